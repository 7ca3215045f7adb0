// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import java.time.Instant;
import java.util.Optional;

/// What a rule found, from its beginning until it is over.
///
/// @param subject the device it is about; the names are empty where it is about the connector itself
public record Alert(String id, AlertKind kind, OfRule rule, Place place, Subject subject, Times times) {

    /// The rule that found it.
    ///
    /// @param tenantId empty: for all tenants
    public record OfRule(String id, String name, Optional<String> tenantId) {}

    /// Where it is.
    public record Place(String tenantId, String tenantName, String connectorId, String connectorName) {}

    /// A device.
    public record Subject(String id, String name) {}

    /// When what happened.
    ///
    /// @param since when the trouble began
    /// @param opened when it was found
    /// @param closed when it was found to be over, or not watched any more
    public record Times(Instant since, Instant opened, Optional<Instant> closed) {}

    /// Whether it goes on.
    public boolean isOpen() {
        return times.closed().isEmpty();
    }
}
