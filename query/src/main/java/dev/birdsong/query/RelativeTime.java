// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time relative to now: `now`, then any number of steps such as `-5h` and roundings such as `/d`. A rounded
/// one is as long as what it was rounded to, in UTC; weeks begin on Monday.
final class RelativeTime {

    private static final Pattern STEP = Pattern.compile("([+-])(\\d{1,6})([yMwdhHms])|/([yMwdhHms])");
    private static final String NOW = "now";

    private OffsetDateTime time;
    private ChronoUnit length = ChronoUnit.MILLIS;

    private RelativeTime(Instant now) {
        time = now.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    static boolean isRelative(String text) {
        return text.regionMatches(true, 0, NOW, 0, NOW.length());
    }

    /// The time that a text says; empty where its steps cannot be read.
    static Optional<Span> parse(String text, Instant now) {
        RelativeTime relative = new RelativeTime(now);
        Matcher step = STEP.matcher(text);
        int at = NOW.length();
        while (at < text.length()) {
            if (!step.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            relative.take(step);
            at = step.end();
        }
        return Optional.of(relative.span());
    }

    private void take(Matcher step) {
        if (step.group(4) == null) {
            long amount = Long.parseLong(step.group(1) + step.group(2));
            time = time.plus(amount, unit(step.group(3)));
        } else {
            length = unit(step.group(4));
            time = floor(time, length);
        }
    }

    private Span span() {
        return new Span(
                time.toInstant().toEpochMilli(),
                time.plus(1, length).toInstant().toEpochMilli());
    }

    private static OffsetDateTime floor(OffsetDateTime time, ChronoUnit unit) {
        OffsetDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (unit) {
            case YEARS -> day.withDayOfYear(1);
            case MONTHS -> day.withDayOfMonth(1);
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> time.truncatedTo(unit);
        };
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "y" -> ChronoUnit.YEARS;
            case "M" -> ChronoUnit.MONTHS;
            case "w" -> ChronoUnit.WEEKS;
            case "d" -> ChronoUnit.DAYS;
            case "m" -> ChronoUnit.MINUTES;
            case "s" -> ChronoUnit.SECONDS;
            default -> ChronoUnit.HOURS;
        };
    }
}
