// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.spi.connector.CollectException;
import java.time.Duration;
import java.time.Instant;

/// What a console's failures say of how a connector stands.
public final class Failures {

    /// How long a console is left in peace that asks for patience and does not say how much.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Failures() {}

    /// How a content type stands whose console failed so.
    public static Condition condition(CollectException failure, Instant now) {
        return failure instanceof CollectException.RateLimited limited
                ? new Condition.Throttled(now.plus(limited.retryAfter().orElse(PATIENCE)))
                : new Condition.Failing(kind(failure), failure.status(), String.valueOf(failure.getMessage()));
    }

    private static String kind(CollectException failure) {
        return switch (failure) {
            case CollectException.RateLimited _ -> "rate_limited";
            case CollectException.Unavailable _ -> "unavailable";
            case CollectException.Unauthorized _ -> "unauthorized";
            case CollectException.Forbidden _ -> "forbidden";
            case CollectException.NotFound _ -> "not_found";
            case CollectException.Refused _ -> "refused";
            case CollectException.Unreadable _ -> "unreadable";
        };
    }
}
