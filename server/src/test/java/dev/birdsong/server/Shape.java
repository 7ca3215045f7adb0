// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Compares JSON with the schemas of an OpenAPI document. Stricter than a schema is: a key that is not described is
/// wrong.
record Shape(JsonNode document) {

    /// A schema or parameter that may be named only, and what its name stands for.
    JsonNode resolved(JsonNode named) {
        return named.has("$ref") ? document.at(named.get("$ref").asString().substring(1)) : named;
    }

    /// What is wrong, each with its place.
    Stream<String> problems(JsonNode named, JsonNode value, String at) {
        JsonNode schema = resolved(named);
        if (schema.has("oneOf")) {
            return schema.get("oneOf").valueStream().anyMatch(one -> fits(one, value, at))
                    ? Stream.of()
                    : Stream.of(at + " is none of what it may be: " + value);
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            return Stream.of(at + " is not " + schema.get("const"));
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            return Stream.of(at + " is not one of " + schema.get("enum"));
        }
        return typed(schema, value, at);
    }

    private boolean fits(JsonNode schema, JsonNode value, String at) {
        return problems(schema, value, at).findAny().isEmpty();
    }

    private Stream<String> typed(JsonNode schema, JsonNode value, String at) {
        String type = schema.path("type").asString("any");
        boolean right = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> true;
        };
        if (!right) {
            return Stream.of(at + " is no " + type + ": " + value);
        }
        return Stream.concat(
                items(schema, value, at), Stream.concat(missing(schema, value, at), keys(schema, value, at)));
    }

    private Stream<String> items(JsonNode schema, JsonNode value, String at) {
        return schema.has("items") && value.isArray()
                ? IntStream.range(0, value.size())
                        .boxed()
                        .flatMap(i -> problems(schema.get("items"), value.get(i), at + "/" + i))
                : Stream.of();
    }

    private static Stream<String> missing(JsonNode schema, JsonNode value, String at) {
        return schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .filter(key -> value.isObject() && !value.has(key))
                .map(key -> at + "/" + key + " is missing");
    }

    private Stream<String> keys(JsonNode schema, JsonNode value, String at) {
        if (!"object".equals(schema.path("type").asString(""))) {
            return Stream.of();
        }
        return List.copyOf(value.propertyNames()).stream()
                .flatMap(key -> key(schema, key, value.get(key), at + "/" + key));
    }

    private Stream<String> key(JsonNode schema, String key, JsonNode value, String at) {
        JsonNode described = schema.path("properties").has(key)
                ? schema.path("properties").get(key)
                : schema.path("additionalProperties");
        if (described.isMissingNode()) {
            return Stream.of(at + " is not described");
        }
        return described.isBoolean() ? Stream.of() : problems(described, value, at);
    }
}
