// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often and when a page is asked for again.
///
/// @param attempts how often in a row before the round fails
/// @param first the longest wait after the first failure; doubles with each
/// @param longest the longest wait of all, but for one that the console asks for
/// @param patience how long in all a page waits for a console that is asked too often, before the round ends and leaves
///     it in peace
public record RetryPolicy(int attempts, Duration first, Duration longest, Duration patience) {

    /// Five attempts within about half a minute.
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofDays(1));

    private static final int MOST_DOUBLINGS = 20;

    /// The same with another number of attempts.
    public RetryPolicy withAttempts(int number) {
        return new RetryPolicy(number, first, longest, patience);
    }

    /// The same with another patience.
    public RetryPolicy withPatience(Duration most) {
        return new RetryPolicy(attempts, first, longest, most);
    }

    /// Full jitter: anywhere between nothing and the doubled wait, so that many who failed together do not come back
    /// together.
    Duration backoff(int failures, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long ceiling = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }
}
