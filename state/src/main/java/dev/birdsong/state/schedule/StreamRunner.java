// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.schedule;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/// Runs one round of a content type of a connector, when its time has come.
@FunctionalInterface
public interface StreamRunner {

    /// Runs a round on this thread, a platform thread. What it throws is logged, and it runs again in a minute.
    ///
    /// @param due when it was to run
    /// @param goOn false once the node is to end: then the round should end at its next page
    /// @return when it is to run next
    Instant run(String connectorId, String contentType, Instant due, BooleanSupplier goOn) throws InterruptedException;
}
