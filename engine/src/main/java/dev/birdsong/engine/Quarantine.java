// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.Quarantined;

/// Keeps what could not be read.
public interface Quarantine {

    /// Keeps it, once however often it comes. Durable when it returns.
    ///
    /// @throws PositionException if it cannot be kept
    void keep(StreamKey stream, Quarantined unreadable);
}
