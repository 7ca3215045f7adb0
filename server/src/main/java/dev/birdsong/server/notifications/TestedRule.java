// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import java.util.List;

/// What became of the test messages of a rule.
public record TestedRule(List<Tried> deliveries) {

    public TestedRule {
        deliveries = List.copyOf(deliveries);
    }

    /// What became of one.
    ///
    /// @param state `delivered` or `failed`
    /// @param problem why it failed; empty where it did not
    public record Tried(String channel, String recipient, String state, String problem) {}
}
