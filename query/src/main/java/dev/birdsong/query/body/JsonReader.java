// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads one JSON value and nothing after it.
final class JsonReader {

    private static final int MAX_DEPTH = 64;
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static Json read(byte[] json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return new JsonReader(parser).whole();
        } catch (JacksonException e) {
            throw notJson("", e);
        }
    }

    /// @param field what the text is, for errors
    static Json read(String field, String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return new JsonReader(parser).whole();
        } catch (JacksonException e) {
            throw notJson(field, e);
        }
    }

    private static BadSearchException notJson(String field, JacksonException e) {
        @Nullable TokenStreamLocation at = e.getLocation();
        String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new BadSearchException(field, "this is not JSON" + place);
    }

    private Json whole() {
        parser.nextToken();
        Json value = value("", 0);
        if (parser.nextToken() != null) {
            throw new BadSearchException("", "something follows the end of the JSON");
        }
        return value;
    }

    private Json value(String path, int depth) {
        @Nullable JsonToken token = parser.currentToken();
        if (depth == MAX_DEPTH && token != null && token.isStructStart()) {
            throw new BadSearchException("", "the JSON is nested deeper than " + MAX_DEPTH + " levels");
        }
        return switch (token) {
            case START_OBJECT -> members(path, depth);
            case START_ARRAY -> elements(path, depth);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(parser.getString());
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> new Json.Nothing();
            case null -> throw new BadSearchException("", "there is no JSON");
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("a value begins with no such token");
        };
    }

    private Json members(String path, int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String below = Node.below(path, name);
            parser.nextToken();
            if (members.put(name, value(below, depth + 1)) != null) {
                throw new BadSearchException(below, "this key comes twice");
            }
        }
        return new Json.Members(members);
    }

    private Json elements(String path, int depth) {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(Node.at(path, elements.size()), depth + 1));
        }
        return new Json.Elements(elements);
    }
}
