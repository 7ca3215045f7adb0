// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.record.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Finds the leaves of documents in one pass, whatever the documents hold. Not safe for use by several threads.
final class LeafScan {

    /// Takes one leaf; the array is only lent.
    interface Sink {
        void leaf(PathNode path, char[] text, int from, int length);
    }

    private static final JsonFactory JSON = Json.FACTORY;

    private final Deque<PathNode> containers = new ArrayDeque<>();

    /// Hands over every leaf. Of a text that stops being JSON, what came before that; a document in a wrong
    /// encoding is read with replacement characters.
    void scan(Document document, PathNode root, PathNode.Growth growth, Sink sink) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document.open())) {
            scan(parser, root, growth, sink);
        } catch (JacksonException _) {
            scanLeniently(document, root, growth, sink);
        }
    }

    private void scanLeniently(Document document, PathNode root, PathNode.Growth growth, Sink sink) {
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            scan(parser, root, growth, sink);
        } catch (JacksonException _) {
            containers.clear();
        }
    }

    private void scan(JsonParser parser, PathNode root, PathNode.Growth growth, Sink sink) {
        containers.clear();
        PathNode current = root;
        for (@Nullable JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case PROPERTY_NAME -> current = containers.getLast().child(parser.currentName(), growth);
                case START_OBJECT, START_ARRAY -> containers.addLast(current);
                case END_OBJECT, END_ARRAY -> current = containers.removeLast();
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    sink.leaf(
                            current, parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
                case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
            }
        }
    }
}
