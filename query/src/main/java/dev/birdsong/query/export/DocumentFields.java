// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import dev.birdsong.spi.record.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The leaves of a document by path, in the order they come; several values of one path are joined by commas.
public final class DocumentFields {

    private DocumentFields() {}

    /// All of them; of a text that stops being JSON, those before that.
    public static Map<String, String> of(Document document) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> path = new ArrayList<>();
        AnyDocument.read(document, (parser, token) -> take(parser, token, path, fields));
        return fields;
    }

    private static void take(JsonParser parser, JsonToken token, List<String> path, Map<String, String> fields) {
        switch (token) {
            case PROPERTY_NAME -> path.add(parser.currentName());
            case END_OBJECT -> leave(parser, path);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> {
                fields.merge(String.join(".", path), parser.getString(), (one, other) -> one + "," + other);
                leave(parser, path);
            }
            case VALUE_NULL, END_ARRAY -> leave(parser, path);
            case START_OBJECT, START_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
        }
    }

    /// A name ends with its value; a value in a list does not end the list's name.
    private static void leave(JsonParser parser, List<String> path) {
        if (parser.streamReadContext().inObject() && !path.isEmpty()) {
            path.removeLast();
        }
    }
}
