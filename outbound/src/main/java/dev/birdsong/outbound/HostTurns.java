// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.time.MonotonicClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Gives each host its turns, evenly apart. Turns are handed out in the order in which they are asked for. A host that
/// says it has enough (429 or 503) gets its turns twice as far apart, once however often it says so in a row, and half
/// as
/// far after three good answers.
final class HostTurns {

    private static final double NANOS = 1e9;
    private static final long LONGEST = Duration.ofSeconds(10).toNanos();
    private static final long FIRST = Duration.ofMillis(250).toNanos();
    private static final int ENOUGH = 3;
    private static final int TOO_MANY = 429;
    private static final int OVERLOADED = 503;

    private final MonotonicClock clock;
    private final Pause pause;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    /// @param next when its next turn is
    /// @param slowed nanoseconds between turns, where that is more than usual
    /// @param good answers in a row since that was changed; negative where the last answer was not good
    private record Host(long next, long slowed, int good) {

        Host turn(long now, long usual) {
            return new Host(Math.max(next, now) + Math.max(usual, slowed), slowed, good);
        }

        Host troubled() {
            return good < 0 ? this : new Host(next, Math.min(LONGEST, Math.max(FIRST, slowed * 2)), -1);
        }

        Host well() {
            if (slowed == 0) {
                return this;
            }
            int more = Math.max(0, good) + 1;
            return more == ENOUGH ? new Host(next, faster(), 0) : new Host(next, slowed, more);
        }

        private long faster() {
            return slowed <= FIRST ? 0 : slowed / 2;
        }
    }

    HostTurns(MonotonicClock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /// Returns when it is the host's turn.
    void await(String host, double perSecond) throws InterruptedException {
        long usual = (long) (NANOS / perSecond);
        long now = clock.nanos();
        Host after = hosts.merge(host, new Host(now + usual, 0, 0), (known, _) -> known.turn(now, usual));
        long wait = after.next() - Math.max(usual, after.slowed()) - now;
        if (wait > 0) {
            pause.last(Duration.ofNanos(wait));
        }
    }

    /// The host has answered with this status.
    void answered(String host, int status) {
        boolean isTroubled = status == TOO_MANY || status == OVERLOADED;
        hosts.computeIfPresent(host, (_, known) -> isTroubled ? known.troubled() : known.well());
    }
}
