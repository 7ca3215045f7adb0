// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.time.Clock;

/// Gives `write_time`. It moves on only when a commit begins or after a pause, while nothing is being written, so that
/// a record that becomes visible later never has an earlier one, even when the clock goes back. It may have the same
/// one: whoever follows asks for the last time again.
final class WriteTimes {

    private final Clock clock;
    private volatile long now;

    /// @param last the latest time ever given
    WriteTimes(Clock clock, long last) {
        this.clock = clock;
        this.now = Math.max(last + 1, clock.millis());
    }

    long now() {
        return now;
    }

    /// Moves on. Only while nothing is being written.
    synchronized void advance() {
        now = Math.max(now + 1, clock.millis());
    }

    /// Looks at the clock again after a pause. Only while nothing is being written.
    synchronized void catchUp() {
        now = Math.max(now, clock.millis());
    }
}
