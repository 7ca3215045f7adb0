// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.spi.record.Document;
import dev.birdsong.state.notification.Alert;
import dev.birdsong.state.notification.AlertEvent;
import dev.birdsong.state.notification.NotificationRule;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Writes what is told: what, where, since when, and where to look. Of records it has names, and nothing else.
///
/// @param publicUrl where people find the pages; empty: no links
record Messages(Optional<URI> publicUrl, JsonMapper json, InstantSource clock) {

    private static final int LINES = 20;
    private static final int IN_JSON = 100;

    private record Rule(String id, String name) {}

    private record Told(String event, Rule rule, String title, List<Alert> alerts) {}

    /// About alerts of one rule to which the same happened.
    Message of(AlertEvent event, List<Alert> alerts) {
        Alert.OfRule rule = alerts.getFirst().rule();
        String title = alerts.size() == 1
                ? prefix(event) + AlertWords.sentence(alerts.getFirst())
                : "%d alerts of the rule '%s' %s".formatted(alerts.size(), rule.name(), became(event));
        String lines = alerts.stream()
                .limit(LINES)
                .map(AlertWords::sentence)
                .map(line -> "- " + line)
                .collect(Collectors.joining("\n"));
        String more = alerts.size() > LINES ? "\n- and " + (alerts.size() - LINES) + " more" : "";
        String body = alerts.size() == 1 ? title : title + "\n\n" + lines + more;
        return message(new Told(event.label(), new Rule(rule.id(), rule.name()), title, alerts), body);
    }

    /// That a rule's messages arrive.
    Message test(NotificationRule rule) {
        String title = "a test of the notification rule '" + rule.name() + "': its messages arrive";
        return message(new Told("test", new Rule(rule.id(), rule.name()), title, List.of()), title);
    }

    private Message message(Told told, String body) {
        String link = publicUrl.map(url -> "\n\n" + url + "/notifications").orElse("");
        String text = "%s%s\n\nRule: %s\n".formatted(body, link, told.rule().name());
        return new Message("[Birdsong] " + told.title(), text, Document.of(json.writeValueAsString(body(told))));
    }

    private Map<String, Object> body(Told told) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", told.event());
        body.put("sent_at", clock.millis());
        body.put("text", told.title());
        body.put("rule", Map.of("_id", told.rule().id(), "name", told.rule().name()));
        body.put("total", told.alerts().size());
        body.put(
                "alerts", told.alerts().stream().limit(IN_JSON).map(this::alert).toList());
        return body;
    }

    private Map<String, Object> alert(Alert alert) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("_id", alert.id());
        told.put("kind", alert.kind().label());
        told.put("text", AlertWords.sentence(alert));
        told.put("cust_id", alert.place().tenantId());
        told.put("tenant_name", alert.place().tenantName());
        told.put("connector_id", alert.place().connectorId());
        told.put("connector_name", alert.place().connectorName());
        if (!alert.subject().id().isEmpty()) {
            told.put("device_id", alert.subject().id());
            told.put("device_name", alert.subject().name());
        }
        told.put("since", alert.times().since().toEpochMilli());
        told.put("opened_at", alert.times().opened().toEpochMilli());
        alert.times().closed().map(Instant::toEpochMilli).ifPresent(at -> told.put("closed_at", at));
        publicUrl.ifPresent(
                url -> told.put("link", url + "/connectors/" + alert.place().connectorId()));
        return told;
    }

    private static String prefix(AlertEvent event) {
        return switch (event) {
            case OPENED -> "";
            case REMINDER -> "still: ";
            case CLOSED -> "over: ";
        };
    }

    private static String became(AlertEvent event) {
        return switch (event) {
            case OPENED -> "opened";
            case REMINDER -> "go on";
            case CLOSED -> "are over";
        };
    }
}
