// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// From when to when, as `start_time` and `end_time` in epoch milliseconds give it.
public record TimeRange(Instant from, Instant to) {

    /// No time is later: the year 2100.
    public static final long LATEST = 4_102_444_800_000L;

    /// The range that was asked for.
    ///
    /// @param usual how long it is where only its end is known
    /// @throws ApiException that names the parameter
    public static TimeRange of(Optional<Long> start, Optional<Long> end, Instant now, Duration usual) {
        Instant to = end.map(time -> instant("end_time", time)).orElse(now.plusSeconds(1));
        Instant from = start.map(time -> instant("start_time", time)).orElseGet(() -> to.minus(usual));
        if (from.isAfter(to)) {
            throw ApiException.bad("start_time", "'start_time' is after 'end_time': exchange them");
        }
        return new TimeRange(from, to);
    }

    private static Instant instant(String name, long time) {
        if (time < 0 || time > LATEST) {
            throw ApiException.bad(name, "'" + name + "' must be epoch milliseconds such as 1764012345678");
        }
        return Instant.ofEpochMilli(time);
    }
}
