// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// As much of `2026-11-24T10:00:00.000Z` as was typed. What is left out widens the time: a day without an hour is
/// the whole day. Without an offset it is UTC.
final class CalendarTime {

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)"
            + "(?:[Tt ](\\d\\d)(?::(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?)?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?)?)?");
    private static final int OFFSET = 8;
    private static final int FRACTION = 7;
    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.YEARS,
            ChronoUnit.MONTHS,
            ChronoUnit.DAYS,
            ChronoUnit.HOURS,
            ChronoUnit.MINUTES,
            ChronoUnit.SECONDS,
            ChronoUnit.MILLIS);

    private final Matcher typed;

    private CalendarTime(Matcher typed) {
        this.typed = typed;
    }

    /// The time that a text says; empty where it has another shape.
    ///
    /// @throws java.time.DateTimeException if there is no such time
    static Optional<Span> parse(String text) {
        Matcher typed = SHAPE.matcher(text);
        return typed.matches() ? Optional.of(new CalendarTime(typed).span()) : Optional.empty();
    }

    private Span span() {
        OffsetDateTime from = OffsetDateTime.of(
                        part(1, 1), part(2, 1), part(3, 1), part(4, 0), part(5, 0), part(6, 0), 0, offset())
                .plus(millis(), ChronoUnit.MILLIS);
        return new Span(
                from.toInstant().toEpochMilli(),
                from.plus(1, unit()).toInstant().toEpochMilli());
    }

    private int part(int group, int otherwise) {
        return group(group).map(Integer::parseInt).orElse(otherwise);
    }

    private long millis() {
        return group(FRACTION)
                .map(digits -> Long.parseLong((digits + "00").substring(0, 3)))
                .orElse(0L);
    }

    private ZoneOffset offset() {
        return group(OFFSET)
                .map(text -> ZoneOffset.of(text.toUpperCase(Locale.ROOT)))
                .orElse(ZoneOffset.UTC);
    }

    private ChronoUnit unit() {
        int last = FRACTION;
        while (group(last).isEmpty()) {
            last--;
        }
        return UNITS.get(last - 1);
    }

    private Optional<String> group(int group) {
        return Optional.ofNullable(typed.group(group));
    }
}
