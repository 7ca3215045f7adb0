// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.time.MonotonicClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Gives each host its turns, evenly apart. Turns are handed out in the order in which they are asked for.
final class HostTurns {

    private static final double NANOS = 1e9;

    private final MonotonicClock clock;
    private final Pause pause;
    private final Map<String, Long> next = new ConcurrentHashMap<>();

    HostTurns(MonotonicClock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /// Returns when it is the host's turn.
    void await(String host, double perSecond) throws InterruptedException {
        long apart = (long) (NANOS / perSecond);
        long now = clock.nanos();
        long after = next.merge(host, now + apart, (free, first) -> Math.max(free - now, 0) + first);
        long wait = after - apart - now;
        if (wait > 0) {
            pause.last(Duration.ofNanos(wait));
        }
    }
}
