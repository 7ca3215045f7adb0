// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.spi.connector.CollectException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A part of a position's text: whole numbers, texts, parts and lists of parts by name. What is absent reads as 0,
/// empty text, an empty part or an empty list.
record Tree(Map<String, Object> values) {

    static final Tree EMPTY = new Tree(Map.of());

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /// A part with one more value: a [Long], an [Integer], a [String], a [Tree] or a list of trees.
    Tree with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value instanceof Integer number ? Long.valueOf(number) : value);
        return new Tree(more);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    long number(String name) {
        return values.get(name) instanceof Long number ? number : 0;
    }

    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    Tree part(String name) {
        return values.get(name) instanceof Tree part ? part : EMPTY;
    }

    List<Tree> parts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(Tree.class::cast).toList()
                : List.of();
    }

    /// Reads the text of a position; empty text is an empty tree.
    static Tree parse(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return object(parser);
            }
        } catch (JacksonException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static CollectException unreadable() {
        return new CollectException.Unreadable(
                "the stored position cannot be read: delete it to collect from the beginning, nothing will double", 0);
    }

    private static Tree object(JsonParser parser) {
        Map<String, Object> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new Tree(values);
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case null, default -> parser.getString();
        };
    }

    private static List<Tree> list(JsonParser parser) {
        List<Tree> list = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            list.add(object(parser));
        }
        return list;
    }

    /// The text that [#parse] reads.
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(out);
        }
        return text.toString();
    }

    private void write(JsonGenerator out) {
        out.writeStartObject();
        values.forEach((name, value) -> {
            out.writeName(name);
            writeValue(out, value);
        });
        out.writeEndObject();
    }

    private static void writeValue(JsonGenerator out, Object value) {
        switch (value) {
            case Long number -> out.writeNumber(number);
            case Tree part -> part.write(out);
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(part -> writeValue(out, part));
                out.writeEndArray();
            }
            default -> out.writeString(value.toString());
        }
    }
}
