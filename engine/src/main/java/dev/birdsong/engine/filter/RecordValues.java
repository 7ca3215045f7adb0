// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.filter;

import dev.birdsong.spi.record.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The texts that a document has at some paths. Blank ones are as good as none.
final class RecordValues {

    private static final JsonFactory JSON = new JsonFactory();

    private final Set<String> wanted;
    private final Deque<String> containers = new ArrayDeque<>();
    private final Map<String, List<String>> found = new HashMap<>();

    private RecordValues(Set<String> wanted) {
        this.wanted = wanted;
    }

    static Map<String, List<String>> of(Document document, Set<String> wanted) {
        RecordValues values = new RecordValues(wanted);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document.open())) {
            values.read(parser);
        }
        return values.found;
    }

    private void read(JsonParser parser) {
        String path = "";
        for (@Nullable JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case PROPERTY_NAME -> path = below(containers.getLast(), parser.currentName());
                case START_OBJECT, START_ARRAY -> containers.addLast(path);
                case END_OBJECT, END_ARRAY -> path = containers.removeLast();
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> add(path, parser);
                case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
            }
        }
    }

    private void add(String path, JsonParser parser) {
        if (wanted.contains(path) && !parser.getString().isBlank()) {
            found.computeIfAbsent(path, _ -> new ArrayList<>()).add(parser.getString());
        }
    }

    private static String below(String parent, String name) {
        return parent.isEmpty() ? name : parent + '.' + name;
    }
}
