// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How far a content type is behind its console.
///
/// @param behind since when not everything is known to be collected; zero when idle
public record Lag(State state, Duration behind) {

    private static final int PERIODS = 2;
    private static final Duration GRACE = Duration.ofMinutes(1);

    /// What kind of lag it is.
    public enum State {
        /// Nothing is waiting at the console that could have been collected by now.
        IDLE,
        /// A round is at work on what is waiting.
        BEHIND,
        /// Something is, or may be, waiting, and no round gets on with it.
        STUCK;

        /// The name that programs use.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How far it is behind.
    ///
    /// @param period how often it is collected
    /// @param begin when it began to be collected at all
    public static Lag of(StreamStatus status, Duration period, Instant begin, Instant now) {
        Instant complete = status.times().complete().orElse(begin);
        Duration behind = Duration.between(complete, now);
        boolean inTime = behind.compareTo(period.multipliedBy(PERIODS).plus(GRACE)) <= 0;
        if (status.condition() instanceof Condition.Healthy
                && status.times().complete().isPresent()
                && inTime) {
            return new Lag(State.IDLE, Duration.ZERO);
        }
        return new Lag(status.times().running().isPresent() ? State.BEHIND : State.STUCK, behind);
    }
}
