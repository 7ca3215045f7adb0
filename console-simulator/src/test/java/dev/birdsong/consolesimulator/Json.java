// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Strictly parsed JSON, by paths such as `incidents.0.description.logtype`.
record Json(@Nullable Object value) {

    private static final JsonFactory FACTORY = new JsonFactory();

    static Json parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            var json = new Json(read(parser));
            if (parser.nextToken() != null) {
                throw new AssertionError("more than one JSON value");
            }
            return json;
        }
    }

    private static @Nullable Object read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_STRING -> parser.getString();
            default -> throw new AssertionError("an unexpected " + token);
        };
    }

    private static Map<String, @Nullable Object> readObject(JsonParser parser) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            if (object.containsKey(key)) {
                throw new AssertionError("a key twice: " + key);
            }
            object.put(key, read(parser));
        }
        return object;
    }

    private static List<@Nullable Object> readArray(JsonParser parser) {
        var array = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(parser));
        }
        return array;
    }

    Json at(String path) {
        @Nullable Object here = value;
        for (String step : path.split("\\.", -1)) {
            here = switch (here) {
                case Map<?, ?> object -> object.get(step);
                case List<?> array -> array.get(Integer.parseInt(step));
                case null, default -> throw new AssertionError("nothing at " + path);
            };
        }
        return new Json(here);
    }

    String text() {
        return String.valueOf(value);
    }

    long number() {
        return value instanceof Long number ? number : -1;
    }

    boolean isNull() {
        return value == null;
    }

    List<Json> list() {
        return value instanceof List<?> array
                ? array.stream().<Json>map(Json::new).toList()
                : List.of();
    }

    List<String> keys() {
        return value instanceof Map<?, ?> object
                ? object.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    boolean has(String key) {
        return keys().contains(key);
    }
}
