// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.spi.lake.Hit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A record as the table shows it.
public record FoundRecord(Hit hit, JsonNode json) {

    /// A field of it, from the root.
    ///
    /// @param query by which records with the same value are found
    public record Leaf(String path, String value, String query) {}

    /// The record of a hit.
    public static FoundRecord of(Hit hit, JsonMapper mapper) {
        return new FoundRecord(hit, mapper.readTree(hit.document().open()));
    }

    /// Of a field at the root, its text; empty where it has none.
    public String text(String field) {
        JsonNode value = json.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    /// When it happened, in epoch milliseconds.
    public long time() {
        return json.path("timestamp").asLong(0);
    }

    /// Every field, in order.
    public List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        collect("", json, leaves);
        return leaves;
    }

    /// The whole of it, indented.
    public String pretty() {
        return json.toPrettyString();
    }

    private static void collect(String path, JsonNode node, List<Leaf> leaves) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), leaves));
        } else if (node.isArray()) {
            node.forEach(element -> collect(path, element, leaves));
        } else if (!node.isNull()) {
            String value = node.asString();
            leaves.add(new Leaf(path, value, path.replaceAll("[^\\w.$-]", "\\\\$0") + ":" + quoted(value)));
        }
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
