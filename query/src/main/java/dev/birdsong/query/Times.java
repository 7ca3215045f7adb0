// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times as people type them: epoch milliseconds, calendar times, or relative to now.
final class Times {

    /// Four digits alone are a year.
    private static final Pattern MILLIS = Pattern.compile("-?\\d{1,3}|-\\d{4}|-?\\d{5,17}");

    private final Instant now;

    Times(Instant now) {
        this.now = now;
    }

    /// The time that a text says.
    Optional<Span> span(String text) {
        try {
            return parse(text);
        } catch (DateTimeException | ArithmeticException outOfRange) {
            return Optional.empty();
        }
    }

    /// What a time means as a value by itself: `now-5h` stands for all of the time from then until now.
    Span reachingNow(String text, Span span) {
        if (!RelativeTime.isRelative(text) || !span.isMoment()) {
            return span;
        }
        long current = now.toEpochMilli();
        return new Span(Math.min(span.from(), current), Math.max(span.from(), current) + 1);
    }

    private Optional<Span> parse(String text) {
        if (MILLIS.matcher(text).matches()) {
            return Optional.of(Span.moment(Long.parseLong(text)));
        }
        return RelativeTime.isRelative(text) ? RelativeTime.parse(text, now) : CalendarTime.parse(text);
    }
}
