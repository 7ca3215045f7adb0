// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// An operation of the OpenAPI document.
record Operation(Shape shape, String path, String method, JsonNode described) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    /// An example, and what it is an example of.
    record Example(String of, JsonNode schema, JsonNode value) {}

    static Stream<Operation> all(Shape shape) {
        return shape.document().get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new Operation(
                                shape,
                                path.getKey(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                operation.getValue())));
    }

    String name() {
        return method + " " + path;
    }

    boolean creates() {
        return described.path("responses").has("201");
    }

    Set<String> parameters() {
        return described
                .path("parameters")
                .valueStream()
                .map(shape::resolved)
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toSet());
    }

    /// The example of its body.
    Optional<JsonNode> body() {
        return content(described.path("requestBody"), "body")
                .map(Example::value)
                .findFirst();
    }

    /// The schema of an answer with this status; nothing where there is no such answer, or it is no JSON.
    Optional<JsonNode> answer(int status) {
        return Optional.of(json(shape.resolved(described.path("responses").path(Integer.toString(status))))
                        .path("schema"))
                .filter(schema -> !schema.isMissingNode());
    }

    /// All its examples, of its body and its answers.
    Stream<Example> examples() {
        Stream<Example> answers = described.path("responses").properties().stream()
                .flatMap((Map.Entry<String, JsonNode> answer) ->
                        content(shape.resolved(answer.getValue()), answer.getKey()));
        return Stream.concat(content(described.path("requestBody"), "body"), answers);
    }

    private Stream<Example> content(JsonNode holder, String what) {
        JsonNode json = json(holder);
        if (json.isMissingNode()) {
            return Stream.of();
        }
        JsonNode schema = json.get("schema");
        JsonNode inSchema = shape.resolved(schema).path("examples").path(0);
        return Stream.of(
                new Example(name() + " " + what, schema, json.has("example") ? json.get("example") : inSchema));
    }

    private static JsonNode json(JsonNode holder) {
        return holder.path("content").path("application/json");
    }
}
