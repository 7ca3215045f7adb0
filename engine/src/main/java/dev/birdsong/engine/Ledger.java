// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

/// Keeps what became of records that are not in the lake, and what their sources show.
@FunctionalInterface
public interface Ledger {

    /// The ledger of a stream, as it is now, for a round that holds the stream's lease.
    ///
    /// @throws PositionException if it cannot be read
    StreamLedger of(StreamKey stream);
}
