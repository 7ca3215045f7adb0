// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.birdsong.state.notification.Alert;
import dev.birdsong.state.notification.Channel;
import dev.birdsong.state.notification.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An alert as it is answered.
///
/// @param state `open` or `closed`
/// @param device empty where it is about the connector itself
/// @param rule the rule that found it; empty where it is one for all tenants, and the reader does not see all
/// @param deliveries who was told of it; empty where the rule is
public record AlertAnswer(
        @JsonProperty("_id") String id,
        String kind,
        String state,
        String text,
        String custId,
        String tenantName,
        String connectorId,
        String connectorName,
        Optional<Named> device,
        Optional<Named> rule,
        long since,
        long openedAt,
        Optional<Long> closedAt,
        List<Told> deliveries) {

    /// A thing by its id and its name.
    public record Named(@JsonProperty("_id") String id, String name) {}

    /// What became of telling somebody.
    ///
    /// @param recipient an address, or the host of a webhook
    /// @param state `waiting`, `delivered` or `failed`
    /// @param at when it is tried next, or when it ended
    public record Told(
            String event, String channel, String recipient, String state, int attempts, long at, String problem) {

        static Told of(Delivery delivery) {
            String recipient = delivery.to().recipient();
            return new Told(
                    delivery.event().label(),
                    delivery.to().channel().label(),
                    delivery.to().channel() == Channel.WEBHOOK ? RuleAnswer.shortened(recipient) : recipient,
                    delivery.outcome().state().label(),
                    delivery.outcome().attempts(),
                    delivery.outcome().at().toEpochMilli(),
                    delivery.outcome().problem());
        }
    }

    /// @param seesRule whether the reader sees the rule, and so whom it tells
    static AlertAnswer of(Alert alert, List<Delivery> deliveries, boolean seesRule) {
        return new AlertAnswer(
                alert.id(),
                alert.kind().label(),
                alert.isOpen() ? "open" : "closed",
                AlertWords.sentence(alert),
                alert.place().tenantId(),
                alert.place().tenantName(),
                alert.place().connectorId(),
                alert.place().connectorName(),
                Optional.of(alert.subject())
                        .filter(device -> !device.id().isEmpty())
                        .map(device -> new Named(device.id(), AlertWords.device(device))),
                Optional.of(new Named(alert.rule().id(), alert.rule().name())).filter(_ -> seesRule),
                alert.times().since().toEpochMilli(),
                alert.times().opened().toEpochMilli(),
                alert.times().closed().map(Instant::toEpochMilli),
                seesRule ? deliveries.stream().map(Told::of).toList() : List.of());
    }
}
