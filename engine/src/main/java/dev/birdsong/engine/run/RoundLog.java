// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import java.time.Instant;

/// Remembers how the rounds of connectors went. Each call is durable when it returns.
public interface RoundLog {

    /// A round begins.
    void began(String connectorId, String contentType, Instant at);

    /// A round has ended; what it brought is counted for its day.
    void ended(RoundReport report);
}
