// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import dev.birdsong.spi.record.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Some fields of documents, by path: the same as [DocumentFields] has, without a look at the others.
final class WantedFields {

    /// What is below no wanted path.
    private static final Names OTHERS = new Names("");

    private final Names root = new Names("");

    /// The names that follow a path.
    private static final class Names {

        /// The path, where it is wanted itself.
        private String wanted;
        private final Map<String, Names> below = new HashMap<>();

        Names(String wanted) {
            this.wanted = wanted;
        }

        /// A name with dots is as many.
        Names child(String name) {
            int dot = name.indexOf('.');
            return dot < 0
                    ? below.getOrDefault(name, OTHERS)
                    : below.getOrDefault(name.substring(0, dot), OTHERS).child(name.substring(dot + 1));
        }
    }

    WantedFields(List<String> paths) {
        for (String path : paths) {
            Names names = root;
            for (String name : path.split("\\.", -1)) {
                names = names.below.computeIfAbsent(name, _ -> new Names(""));
            }
            names.wanted = path;
        }
    }

    /// Those that the document has; of a text that stops being JSON, those before that.
    Map<String, String> of(Document document) {
        var scan = new Scan();
        AnyDocument.read(document, scan);
        return scan.fields;
    }

    /// Goes through one document.
    private final class Scan implements AnyDocument.Each {

        private final Map<String, String> fields = new HashMap<>();
        private final Deque<Names> containers = new ArrayDeque<>();
        private Names current = root;

        @Override
        public void take(JsonParser parser, JsonToken token) {
            switch (token) {
                case PROPERTY_NAME -> current = named(parser, containers.getLast());
                case START_OBJECT, START_ARRAY -> containers.addLast(current);
                case END_OBJECT, END_ARRAY -> current = containers.removeLast();
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> value(parser);
                case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
            }
        }

        private void value(JsonParser parser) {
            if (!current.wanted.isEmpty()) {
                fields.merge(current.wanted, parser.getString(), (one, other) -> one + "," + other);
            }
        }
    }

    /// Skips what is of no interest.
    private static Names named(JsonParser parser, Names container) {
        Names names = container.child(parser.currentName());
        if (names.wanted.isEmpty() && names.below.isEmpty()) {
            parser.nextToken();
            parser.skipChildren();
        }
        return names;
    }
}
