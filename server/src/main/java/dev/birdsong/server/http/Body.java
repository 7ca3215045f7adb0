// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object that somebody sent, read key by key. What is not read is refused by [#end], by name; `null` is as good
/// as absent.
public final class Body {

    private static final int LONGEST_TEXT = 10_000;

    private final String path;
    private final ObjectNode object;
    private final Set<String> read = new HashSet<>();

    private Body(String path, ObjectNode object) {
        this.path = path;
        this.object = object;
    }

    /// The body of a request.
    ///
    /// @throws ApiException if it is no object
    public static Body of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new Body("", object);
        }
        throw ApiException.badRequest("not-an-object", "the body must be a JSON object such as {\"name\": \"...\"}");
    }

    /// One without any key.
    public static Body empty() {
        return new Body("", JsonNodeFactory.instance.objectNode());
    }

    /// Where a key of this object is, for errors.
    public String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /// Whether the key is there, and not null.
    public boolean has(String key) {
        return value(key).isPresent();
    }

    /// A text.
    public Optional<String> text(String key) {
        Optional<String> text = typed(key, JsonNode::isString, "a text").map(JsonNode::stringValue);
        if (text.filter(value -> value.length() > LONGEST_TEXT).isPresent()) {
            throw bad(key, "may have up to " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    /// A text that must be there and not blank.
    public String required(String key) {
        return text(key).filter(text -> !text.isBlank()).orElseThrow(() -> bad(key, "is required"));
    }

    /// `true` or `false`.
    public Optional<Boolean> flag(String key) {
        return typed(key, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    /// A whole number of 64 bits.
    public Optional<Long> whole(String key) {
        return typed(key, node -> node.isIntegralNumber() && node.canConvertToLong(), "a whole number")
                .map(JsonNode::longValue);
    }

    /// A scalar as the text that it is written as.
    public Optional<String> scalar(String key) {
        return typed(key, node -> node.isValueNode() && !node.isBoolean(), "a text or a number")
                .map(JsonNode::asString);
    }

    /// A list of texts.
    public Optional<List<String>> texts(String key) {
        return typed(key, Body::isListOfTexts, "a list of texts").map(Body::listOfTexts);
    }

    /// An object.
    public Optional<Body> object(String key) {
        return typed(key, JsonNode::isObject, "an object").map(node -> new Body(pathOf(key), (ObjectNode) node));
    }

    /// A list of objects.
    public Optional<List<Body>> objects(String key) {
        return typed(key, Body::isListOfObjects, "a list of objects").map(list -> bodies(key, list));
    }

    /// Any value.
    public Optional<JsonNode> value(String key) {
        read.add(key);
        return Optional.ofNullable(object.get(key)).filter(node -> !node.isNull());
    }

    /// The keys that were sent.
    public Set<String> keys() {
        return Set.copyOf(object.propertyNames());
    }

    /// Lets keys pass that may be there and do not count.
    public void ignore(String... keys) {
        read.addAll(List.of(keys));
    }

    /// Refuses what was not asked for.
    ///
    /// @throws ApiException that names the first such key
    public void end() {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (!read.contains(property.getKey())) {
                throw bad(property.getKey(), "is not known here");
            }
        }
    }

    /// An error about a key of this object.
    ///
    /// @param problem what is wrong, to be read after the key's name
    public ApiException bad(String key, String problem) {
        return ApiException.bad(pathOf(key), "'" + pathOf(key) + "' " + problem);
    }

    private Optional<JsonNode> typed(String key, Predicate<JsonNode> fits, String expected) {
        Optional<JsonNode> value = value(key);
        if (value.filter(fits.negate()).isPresent()) {
            throw bad(key, "must be " + expected);
        }
        return value;
    }

    private List<Body> bodies(String key, JsonNode list) {
        List<Body> bodies = new ArrayList<>();
        for (JsonNode item : list) {
            bodies.add(new Body(pathOf(key) + "[" + bodies.size() + "]", (ObjectNode) item));
        }
        return bodies;
    }

    private static boolean isListOfTexts(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
    }

    private static boolean isListOfObjects(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isObject);
    }

    private static List<String> listOfTexts(JsonNode node) {
        return node.valueStream().map(JsonNode::stringValue).toList();
    }
}
