// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whom to tell of what.
///
/// @param tenantId whose connectors are watched; empty: those of all tenants
/// @param signed whether webhooks are signed by a secret, which is kept apart, encrypted
public record NotificationRule(
        String id,
        String name,
        Optional<String> tenantId,
        Watch watch,
        Recipients recipients,
        boolean enabled,
        boolean signed,
        Instant createdAt) {

    /// What is looked for.
    ///
    /// @param threshold how long it must have lasted
    /// @param connectors ids of those watched; empty: all of the tenant's
    public record Watch(AlertKind kind, Duration threshold, Optional<List<String>> connectors) {

        public Watch {
            connectors = connectors.map(List::copyOf);
        }
    }

    /// Who is told.
    ///
    /// @param emails addresses
    /// @param webhooks URLs
    public record Recipients(List<String> emails, List<String> webhooks) {

        public Recipients {
            emails = List.copyOf(emails);
            webhooks = List.copyOf(webhooks);
        }
    }
}
