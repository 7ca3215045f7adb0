// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.server.hunting.IncidentStory.EventAnswer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Reads the record of an event.
final class EventReading {

    private static final String EVENT = "thinkst_canary.event";
    private static final Set<String> SHOWN_ELSEWHERE =
            Set.of("timestamp", "timestamp_std", "USERNAME", "PASSWORD", "USER", "src_host", "src_port", "dst_port");
    private static final int MOST = 40;

    private EventReading() {}

    static EventAnswer of(ReadRecord record) {
        Map<String, String> fields = new TreeMap<>();
        flatten("", record.at(EVENT), fields);
        return new EventAnswer(
                record.id(),
                record.time(),
                record.text("username"),
                record.text(EVENT + ".PASSWORD"),
                fields,
                record.number("revision") > 0);
    }

    private static void flatten(String path, JsonNode node, Map<String, String> fields) {
        if (node.isValueNode()) {
            boolean wanted =
                    !SHOWN_ELSEWHERE.contains(path) && !node.asString("").isBlank() && fields.size() < MOST;
            if (wanted) {
                fields.merge(path, node.asString(), (one, other) -> one + ", " + other);
            }
        } else if (node.isArray()) {
            node.forEach(one -> flatten(path, one, fields));
        } else {
            node.properties()
                    .forEach(one ->
                            flatten(path.isEmpty() ? one.getKey() : path + "." + one.getKey(), one.getValue(), fields));
        }
    }
}
