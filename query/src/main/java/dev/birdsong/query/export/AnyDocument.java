// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import dev.birdsong.spi.record.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads documents as a lake holds them, whatever their depth and the length of their names and values: a lake bounds
/// the
/// bytes.
final class AnyDocument {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private AnyDocument() {}

    /// Takes a token; the parser stands at it.
    @FunctionalInterface
    interface Each {
        void take(JsonParser parser, JsonToken token);
    }

    /// Hands over every token; of a text that stops being JSON, those before that.
    static void read(Document document, Each each) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document.open())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                each.take(parser, token);
            }
        } catch (JacksonException _) {
            // what came before is what there is
        }
    }
}
