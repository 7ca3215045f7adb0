// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.connector.Condition;
import java.time.Duration;
import java.time.Instant;

/// Decides when a content type is collected next.
public final class NextRound {

    private NextRound() {}

    /// When the round after this one is due. Schedules go from the beginnings of rounds; what failed is tried again
    /// after the connector's interval, whatever its schedule; what was stopped goes on at once.
    ///
    /// @param period how often the content type is collected
    /// @param interval the connector's
    public static Instant after(RoundReport report, Duration period, Duration interval) {
        Instant began = report.span().began();
        return switch (report.condition()) {
            case Condition.Throttled(Instant until) -> later(began.plus(interval), until);
            case Condition.Failing _ ->
                later(began.plus(interval), report.span().ended());
            case Condition.Healthy _, Condition.NeverRan _ ->
                report.complete()
                        ? later(began.plus(period), report.span().ended())
                        : report.span().ended();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
