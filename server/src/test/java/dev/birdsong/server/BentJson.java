// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Bends JSON here and there.
record BentJson(Random random) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    String of(String text) {
        JsonNode root = Api.JSON.readTree(text);
        int times = random.nextInt(3);
        for (int i = 0; i < times; i++) {
            root = bent(root);
        }
        String json = root.toString();
        return switch (random.nextInt(25)) {
            case 0 -> json.repeat(2);
            case 1 -> json.replaceFirst("\\{", "{\"name\": 1, \"name\": 2, ");
            case 2 -> "\ufeff" + json;
            case 3 -> json.replace(':', '=');
            default -> json;
        };
    }

    private JsonNode bent(JsonNode root) {
        List<JsonNode> inner = new ArrayList<>();
        collect(root, inner);
        if (inner.isEmpty() || random.nextInt(20) == 0) {
            return value();
        }
        switch (inner.get(random.nextInt(inner.size()))) {
            case ObjectNode object -> bend(object);
            case ArrayNode list -> bend(list);
            default -> throw new IllegalStateException("neither an object nor a list");
        }
        return root;
    }

    private static void collect(JsonNode node, List<JsonNode> inner) {
        if (node.isContainer()) {
            inner.add(node);
            node.forEach(child -> collect(child, inner));
        }
    }

    private void bend(ObjectNode object) {
        List<String> keys = List.copyOf(object.propertyNames());
        int what = random.nextInt(6);
        if (what == 0 || keys.isEmpty()) {
            object.set(new Strings(random).any(20), value());
        } else if (what == 1) {
            object.remove(keys.get(random.nextInt(keys.size())));
        } else {
            object.set(keys.get(random.nextInt(keys.size())), value());
        }
    }

    private void bend(ArrayNode list) {
        if (list.isEmpty() || random.nextBoolean()) {
            list.add(value());
        } else {
            list.set(random.nextInt(list.size()), value());
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(-3, 20));
            case 3 -> NODES.numberNode(random.nextLong());
            case 4 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 5 -> NODES.arrayNode();
            case 6 -> NODES.objectNode();
            case 7 -> NODES.arrayNode().add(NODES.nullNode()).add(value());
            case 8 -> NODES.objectNode().set(new Strings(random).any(10), value());
            case 9 -> random.nextInt(10) == 0 ? nested(random.nextInt(140)) : NODES.stringNode("");
            case 10 -> random.nextInt(20) == 0 ? NODES.stringNode(new Strings(random).huge()) : NODES.stringNode("x");
            default -> NODES.stringNode(new Strings(random).any(30));
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode node = NODES.numberNode(1);
        for (int i = 0; i < depth; i++) {
            node = i % 2 == 0 ? NODES.arrayNode().add(node) : NODES.objectNode().set("bool", node);
        }
        return node;
    }
}
