// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.Positions;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.reconcile.Reconciles;
import dev.birdsong.spi.connector.Position;
import java.time.Duration;

/// The position of a walk through everything, which moves only while the stream's lease is ours.
///
/// @param from where the walk goes on
/// @param time for how long the lease is kept with each move
record WalkPositions(Lease lease, Reconciles reconciles, Position from, Duration time) implements Positions {

    @Override
    public Position load(StreamKey stream) {
        return from;
    }

    @Override
    public void advance(StreamKey stream, Position next) {
        lease.renew(time);
        reconciles.advance(stream, next);
    }
}
