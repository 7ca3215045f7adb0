// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.secrets;

/// Where the database keeps sealed secrets.
///
/// @param table with the secrets
/// @param id the column that says what a secret belongs to
/// @param column with what is sealed
/// @param kind begins its context
public record Sealed(String table, String id, String column, String kind) {

    /// The auth tokens of connectors.
    public static final Sealed CONNECTORS = new Sealed("connectors", "id", "sealed_token", "connector");

    /// What signs the webhooks of notification rules.
    public static final Sealed NOTIFICATION_RULES =
            new Sealed("notification_rules", "id", "sealed_secret", "notification_rule");

    /// What belongs to the whole installation.
    public static final Sealed SYSTEM = new Sealed("system_secrets", "name", "sealed", "system");

    /// What the secret of this row is bound to.
    public String context(String rowId) {
        return kind + "/" + rowId;
    }
}
