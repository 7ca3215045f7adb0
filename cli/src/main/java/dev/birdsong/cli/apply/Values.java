// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values of a file as the API takes and answers them.
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Values() {}

    /// A text, a number, true or false; nothing for anything else.
    static Optional<JsonNode> scalar(Object value) {
        return switch (value) {
            case String text -> Optional.of(NODES.stringNode(text));
            case Boolean flag -> Optional.of(NODES.booleanNode(flag));
            case Double number when Double.isFinite(number) -> Optional.of(NODES.numberNode(number));
            default -> whole(value);
        };
    }

    /// A scalar, or a list of them.
    static Optional<JsonNode> scalars(Object value) {
        if (!(value instanceof List<?> list)) {
            return scalar(value);
        }
        ArrayNode scalars = NODES.arrayNode();
        list.stream().map(Values::scalar).flatMap(Optional::stream).forEach(scalars::add);
        return scalars.size() == list.size() ? Optional.of(scalars) : Optional.empty();
    }

    static Optional<JsonNode> whole(Object value) {
        return switch (value) {
            case Integer number -> Optional.of(NODES.numberNode(number));
            case Long number -> Optional.of(NODES.numberNode(number));
            case BigInteger number -> Optional.of(NODES.numberNode(number));
            default -> Optional.empty();
        };
    }

    static ArrayNode list(List<String> texts) {
        ArrayNode list = NODES.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    /// A value as texts, by which the server compares: one for a scalar, none for nothing.
    static List<String> texts(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(item -> item.asString("")).toList();
        }
        return value.isMissingNode() || value.isNull() ? List.of() : List.of(value.asString(""));
    }
}
