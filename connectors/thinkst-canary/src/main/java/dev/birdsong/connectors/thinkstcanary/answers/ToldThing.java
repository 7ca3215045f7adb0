// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.spi.record.Document;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What a record says of the thing that it tells of, read back.
///
/// @param said what the console said, by its name beside others
/// @param top texts of its own fields
record ToldThing(Map<String, Document> said, Map<String, String> top) {

    private static final Document NOTHING = Document.of("{}");

    static ToldThing of(Document record) {
        Map<String, String> top = new HashMap<>();
        read(record, top, new HashMap<>());
        return new ToldThing(HeldRecord.of(record).said(), top);
    }

    /// An object with what the console said, or an empty one.
    Document said(String name) {
        return said.getOrDefault(name, NOTHING);
    }

    /// One text of it, its own or else that of its description, or an empty one.
    String text(String object, String name) {
        Map<String, String> own = new HashMap<>();
        Map<String, String> described = new HashMap<>();
        read(said(object), own, described);
        return own.getOrDefault(name, described.getOrDefault(name, ""));
    }

    private static void read(Document object, Map<String, String> own, Map<String, String> described) {
        try (JsonParser parser = Json.parser(object.open())) {
            parser.nextToken();
            read(parser, own, described);
        }
    }

    private static void read(JsonParser parser, Map<String, String> own, Map<String, String> described) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && name.equals("description")) {
                read(parser, described, new HashMap<>());
            } else if (Json.nested(token)) {
                parser.skipChildren();
            } else {
                own.put(name, Json.text(parser));
            }
        }
    }
}
