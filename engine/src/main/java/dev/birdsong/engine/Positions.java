// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.Position;

/// Keeps where each stream goes on.
public interface Positions {

    /// Where the stream goes on; [Position#START] if it never ran.
    ///
    /// @throws PositionException if it cannot be read
    Position load(StreamKey stream);

    /// Moves the stream on. Durable when it returns: after a crash either the old or the new position is there.
    ///
    /// @throws PositionException if it cannot be written; the old one stays
    void advance(StreamKey stream, Position next);
}
