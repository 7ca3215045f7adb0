// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.spi.lake.Hit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A record that was read, and what stands at the paths of it.
public record ReadRecord(Hit hit, JsonNode json) {

    private static final long SECOND = 1_000;

    /// The record of a hit.
    public static ReadRecord of(Hit hit, JsonMapper mapper) {
        return new ReadRecord(hit, mapper.readTree(hit.document().open()));
    }

    /// Its id.
    public String id() {
        return hit.id();
    }

    /// What stands there; missing where nothing does.
    public JsonNode at(String path) {
        JsonNode node = json;
        for (String name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    /// Of a field, its text; several with commas; empty where it has none.
    public String text(String path) {
        JsonNode node = at(path);
        if (node.isArray()) {
            return String.join(
                    ", ", node.valueStream().map(one -> one.asString("")).toList());
        }
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }

    /// A whole number of it, however it is written; 0 where it has none.
    public long number(String path) {
        String text = text(path);
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /// Whether it says so, in whatever way.
    public boolean flag(String path) {
        return text(path).equalsIgnoreCase("true");
    }

    /// Epoch seconds of it, in milliseconds; 0 where it has none.
    public long seconds(String path) {
        String text = text(path).replaceFirst("\\.[0-9]+$", "");
        return text.matches("[0-9]{1,12}") ? Long.parseLong(text) * SECOND : 0;
    }

    /// When it happened, in epoch milliseconds.
    public long time() {
        return number("timestamp");
    }
}
