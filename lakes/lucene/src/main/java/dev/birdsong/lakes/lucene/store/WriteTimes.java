// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.time.Clock;

/// Gives `write_time`. It moves on only when a commit begins, so that a record that becomes visible later never has
/// an earlier one, even when the clock goes back.
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

    /// Moves on. Only while nothing is being written, and by one thread.
    void advance() {
        now = Math.max(now + 1, clock.millis());
    }
}
