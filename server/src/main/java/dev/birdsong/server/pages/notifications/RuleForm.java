// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.notifications;

import dev.birdsong.server.http.Body;
import java.util.List;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns the form of a rule into the body that the API takes.
record RuleForm(MultiValueMap<String, String> form) {

    Body body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("name", "cust_id", "kind")) {
            body.put(name, value(name));
        }
        putThreshold(body);
        if (value("watch").equals("chosen")) {
            putAll(body, "connectors", form.getOrDefault("connectors", List.of()));
        } else {
            body.put("connectors", "all");
        }
        putAll(body, "emails", lines("emails"));
        putAll(body, "webhooks", lines("webhooks"));
        if (!value("secret").isEmpty() || form.containsKey("no_secret")) {
            body.put("secret", value("secret"));
        }
        body.put("enabled", form.containsKey("enabled"));
        return Body.of(body);
    }

    private void putThreshold(ObjectNode body) {
        String text = value("threshold");
        if (text.matches("[0-9]{1,9}")) {
            body.put("threshold", Long.parseLong(text));
        } else if (!text.isEmpty()) {
            body.put("threshold", text);
        }
    }

    private static void putAll(ObjectNode body, String name, List<String> values) {
        values.forEach(body.putArray(name)::add);
    }

    private List<String> lines(String name) {
        return value(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String value(String name) {
        return form.getOrDefault(name, List.of("")).getFirst().strip();
    }
}
