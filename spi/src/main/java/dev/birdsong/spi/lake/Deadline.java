// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import dev.birdsong.spi.time.MonotonicClock;
import java.time.Duration;

/// Until when a search may go on. Asked often, and by many threads.
@FunctionalInterface
public interface Deadline {

    /// A search that may take as long as it takes.
    Deadline NEVER = () -> Duration.ofDays(365);

    /// How long it is until then; zero or less when the time is over.
    Duration remaining();

    /// Whether the time is over.
    default boolean hasPassed() {
        return !remaining().isPositive();
    }

    /// So long from now, by this clock.
    static Deadline in(Duration time, MonotonicClock clock) {
        long end = clock.nanos() + time.toNanos();
        return () -> Duration.ofNanos(end - clock.nanos());
    }
}
