// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import java.time.Instant;

/// What a rule found: a connector, or one of its devices, that needs somebody.
///
/// @param subject the device's id; empty where it is the connector itself
/// @param subjectName the device's name
/// @param since when it began
public record Finding(String connectorId, String subject, String subjectName, Instant since) {

    /// About the connector itself.
    static Finding ofConnector(String connectorId, Instant since) {
        return new Finding(connectorId, "", "", since);
    }
}
