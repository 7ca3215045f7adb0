// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers.json;

import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Parsers that take what a console may send, long and deep as it may be.
public final class Json {

    /// What is nested deeper than this is not taken into a record: those who read records could not read it.
    public static final int MAX_DEPTH = 400;

    private static final int MAX_STRING = 16 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100_000)
                    .maxStringLength(MAX_STRING)
                    .maxNameLength(MAX_STRING)
                    .maxNumberLength(1 << 20)
                    .build())
            .build();

    private Json() {}

    /// A parser that leaves the stream open.
    public static JsonParser parser(InputStream in) {
        return FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    /// The scalar that the parser stands at as text: numbers as they were written, `True` and `False` as the
    /// console writes them where it writes text, and nothing for null.
    public static String text(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> "True";
            case VALUE_FALSE -> "False";
            case VALUE_NULL -> "";
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
            case NOT_AVAILABLE,
                    START_OBJECT,
                    END_OBJECT,
                    START_ARRAY,
                    END_ARRAY,
                    PROPERTY_NAME,
                    VALUE_EMBEDDED_OBJECT -> throw new IllegalStateException("not at a scalar");
        };
    }

    /// Where the token that the parser stands at begins, in bytes.
    public static long start(JsonParser parser) {
        return parser.currentTokenLocation().getByteOffset();
    }

    /// Where the token that the parser stands at ends, in bytes.
    public static long end(JsonParser parser) {
        parser.finishToken();
        return parser.currentLocation().getByteOffset();
    }

    /// Whether an object or a list begins here.
    public static boolean nested(JsonToken token) {
        return token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
    }
}
