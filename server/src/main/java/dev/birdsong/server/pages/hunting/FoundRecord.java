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
    public record Leaf(String path, String value) {

        /// The value as it is shown.
        public String shown() {
            return Shown.text(value);
        }

        /// Whether it can be looked for by what stands in an address.
        public boolean findable() {
            return !value.isEmpty() && Clause.of(path, value).fits();
        }
    }

    /// The record of a hit.
    public static FoundRecord of(Hit hit, JsonMapper mapper) {
        return new FoundRecord(hit, mapper.readTree(hit.document().open()));
    }

    /// Of a field, its text; several with commas; empty where it has none.
    public String text(String path) {
        JsonNode node = json;
        for (String name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        if (node.isArray()) {
            return String.join(", ", node.valueStream().map(one -> one.asString("")).toList());
        }
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }

    /// What stands in the cell of a column.
    public String cell(String path) {
        String text = text(path);
        return Shown.cell(text.isEmpty() && path.equals("srcip") ? text("srcip_host") : text);
    }

    /// A number of it; 0 where it has none.
    public long number(String path) {
        String text = text(path);
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
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
            leaves.add(new Leaf(path, node.asString()));
        }
    }
}
