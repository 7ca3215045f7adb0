// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.notifications;

import dev.birdsong.server.notifications.RuleAnswer;
import dev.birdsong.state.notification.AlertKind;
import java.util.List;
import java.util.Map;

/// What the form of a rule shows.
///
/// @param thresholds how long it must have lasted, by kind
/// @param chosen ids of the connectors that are chosen; empty for all
/// @param signed whether a secret is stored that nobody may see again
public record RuleEntry(
        String name,
        String tenant,
        String kind,
        Map<String, Long> thresholds,
        List<String> chosen,
        List<String> emails,
        List<String> webhooks,
        boolean signed,
        boolean enabled) {

    private static final Map<String, Long> USUAL =
            Map.of(AlertKind.SILENT.label(), 24L, AlertKind.FAILING.label(), 30L, AlertKind.DEVICE_DARK.label(), 1L);

    public RuleEntry {
        thresholds = Map.copyOf(thresholds);
        chosen = List.copyOf(chosen);
        emails = List.copyOf(emails);
        webhooks = List.copyOf(webhooks);
    }

    /// A rule that is made.
    static RuleEntry fresh(String tenant) {
        return new RuleEntry(
                "", tenant, AlertKind.FAILING.label(), USUAL, List.of(), List.of(), List.of(), false, true);
    }

    /// A rule that is edited.
    static RuleEntry of(RuleAnswer rule) {
        Map<String, Long> thresholds = new java.util.HashMap<>(USUAL);
        thresholds.put(rule.kind(), rule.threshold());
        return new RuleEntry(
                rule.name(),
                rule.custId(),
                rule.kind(),
                thresholds,
                rule.connectors() instanceof List<?> ids
                        ? ids.stream().map(String::valueOf).toList()
                        : List.of(),
                rule.emails(),
                rule.webhooks(),
                rule.signed(),
                rule.enabled());
    }
}
