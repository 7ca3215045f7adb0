// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.time.MonotonicClock;
import java.time.Duration;

/// A clock that stands still until it is told otherwise; a pause moves it on.
final class SettableClock implements MonotonicClock, Pause {

    private long nanos = -1_000;

    @Override
    public String session() {
        return "test";
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void last(Duration time) {
        nanos += time.toNanos();
    }

    synchronized Duration sinceStart() {
        return Duration.ofNanos(nanos + 1_000);
    }
}
