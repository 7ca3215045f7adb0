// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.CollectException.Forbidden;
import dev.birdsong.spi.connector.CollectException.NotFound;
import dev.birdsong.spi.connector.CollectException.RateLimited;
import dev.birdsong.spi.connector.CollectException.Refused;
import dev.birdsong.spi.connector.CollectException.Unauthorized;
import dev.birdsong.spi.connector.CollectException.Unavailable;
import dev.birdsong.spi.connector.CollectException.Unreadable;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Counts failures in a row and decides whether to ask again. Used by one thread.
final class Retries {

    private final RetryPolicy policy;
    private final RandomGenerator random;
    private int failures;
    private Duration waited = Duration.ZERO;

    Retries(RetryPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /// How long to wait before asking again, or nothing where that would not help.
    Optional<Duration> againIn(CollectException failure) {
        failures++;
        return switch (failure) {
            case RateLimited limited -> patiently(limited.retryAfter().orElseGet(this::backoff));
            case Unavailable _, Unreadable _ ->
                failures < policy.attempts() ? Optional.of(backoff()) : Optional.empty();
            case Unauthorized _, Forbidden _, NotFound _, Refused _ -> Optional.empty();
        };
    }

    private Optional<Duration> patiently(Duration wait) {
        waited = waited.plus(wait);
        return waited.compareTo(policy.patience()) <= 0 ? Optional.of(wait) : Optional.empty();
    }

    private Duration backoff() {
        return policy.backoff(failures, random);
    }
}
