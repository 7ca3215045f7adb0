// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import java.util.Optional;

/// Knows the connectors.
public interface Assignments {

    /// What a round of this connector needs to know now, paused or not; nothing if there is no such connector.
    Optional<Assignment> of(String connectorId);

    /// Whether the connector is there and not paused.
    boolean isActive(String connectorId);
}
