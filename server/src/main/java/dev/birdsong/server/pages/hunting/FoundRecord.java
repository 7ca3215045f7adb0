// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.server.hunting.ReadRecord;
import dev.birdsong.spi.lake.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A record as the table shows it.
public record FoundRecord(ReadRecord read) {

    /// A field of it, from the root.
    public record Leaf(String path, String value) {

        private static final Set<String> TIMES = Set.of("timestamp", "write_time", "first_seen", "last_seen");
        private static final int LONG = 500;

        /// When, in epoch milliseconds, where it is a time; else 0.
        public long time() {
            return TIMES.contains(path) && value.matches("[0-9]{10,15}") ? Long.parseLong(value) : 0;
        }

        /// Whether it may take more room than there is, so that it has to be scrolled.
        public boolean isLong() {
            return value.length() > LONG || value.lines().count() > 5;
        }

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
        return new FoundRecord(ReadRecord.of(hit, mapper));
    }

    /// Where it was found.
    public Hit hit() {
        return read.hit();
    }

    /// Of a field, its text; several with commas; empty where it has none.
    public String text(String path) {
        return read.text(path);
    }

    /// What stands in the cell of a column.
    public String cell(String path) {
        String text = text(path);
        return Shown.cell(text.isEmpty() && path.equals("srcip") ? text("srcip_host") : text);
    }

    /// A number of it; 0 where it has none.
    public long number(String path) {
        return read.number(path);
    }

    /// When it happened, in epoch milliseconds.
    public long time() {
        return read.time();
    }

    /// Every field, in order.
    public List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        collect("", read.json(), leaves);
        return leaves;
    }

    /// The whole of it, indented.
    public String pretty() {
        return read.json().toPrettyString();
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
