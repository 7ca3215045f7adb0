// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.query.LeafText;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.InterflowFields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// The leaves of a document, without those that only the lake may give.
public final class Leaves {

    /// A path and the text of a scalar there.
    public record Leaf(String path, String text) {}

    private final Deque<String> containers = new ArrayDeque<>();
    private final List<Leaf> leaves = new ArrayList<>();

    private Leaves() {}

    /// All leaves, in the order of the text.
    public static List<Leaf> of(Document document) {
        var found = new Leaves();
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), document.open())) {
            found.read(parser);
        }
        return found.leaves;
    }

    private void read(JsonParser parser) {
        String path = "";
        for (@Nullable JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case PROPERTY_NAME -> path = below(containers.getLast(), parser.currentName());
                case START_OBJECT, START_ARRAY -> containers.addLast(path);
                case END_OBJECT, END_ARRAY -> path = containers.removeLast();
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    add(path, parser.getString());
                case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
            }
        }
    }

    private void add(String path, String text) {
        if (InterflowFields.GIVEN_BY_LAKE.stream().map(Field::path).noneMatch(path::equals)) {
            leaves.add(new Leaf(path, text));
        }
    }

    private static String below(String parent, String name) {
        if (parent.length() >= LeafText.LONGEST) {
            return parent;
        }
        return LeafText.beginning(parent.isEmpty() ? name : parent + '.' + name);
    }
}
