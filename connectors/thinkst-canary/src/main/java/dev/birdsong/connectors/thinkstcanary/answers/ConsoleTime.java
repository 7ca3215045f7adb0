// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the many forms in which a console writes a time. Where no offset is given, it is UTC.
final class ConsoleTime {

    /// Epoch seconds with a fraction.
    private static final Pattern EPOCH = Pattern.compile("(\\d{1,14})\\.(\\d{1,18})");

    private static final long FIRST_IN_MILLIS = 100_000_000_000L;

    /// `2020-04-03 12:56:42 UTC+0000`, `2025-11-10 10:05:51 (UTC)`, and ISO 8601.
    private static final Pattern DATE_FIRST =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
                    + "\\s*\\(?[A-Za-z]{0,5}\\)?\\s*([+-]\\d\\d:?\\d\\d)?.*");

    /// `Tue Apr 14 2020 22:11:18 GMT+0000 (UTC)`, and `Fri, 17 Apr 2020 20:31:03 GMT`.
    private static final Pattern NAME_FIRST = Pattern.compile(
            "[A-Za-z]{3},? (?:([A-Za-z]{3}) (\\d{1,2})|(\\d{1,2}) ([A-Za-z]{3})) (\\d{4}) (\\d\\d:\\d\\d:\\d\\d)"
                    + " ?[A-Za-z]{0,5}([+-]\\d\\d:?\\d\\d)?.*");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private ConsoleTime() {}

    /// The first of these that can be read, or the beginning of 1970.
    static long first(String... texts) {
        return readable(texts).orElse(0);
    }

    /// The first of these that can be read.
    static OptionalLong readable(String... texts) {
        return Stream.of(texts)
                .map(ConsoleTime::millis)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /// Epoch milliseconds of this text, where it can be read.
    static OptionalLong millis(String text) {
        String trimmed = text.strip();
        OptionalLong whole = ConsoleNumber.of(trimmed);
        if (whole.isPresent()) {
            return OptionalLong.of(epoch(whole.getAsLong(), ""));
        }
        Matcher epoch = EPOCH.matcher(trimmed);
        if (epoch.matches()) {
            return OptionalLong.of(epoch(Long.parseLong(epoch.group(1)), epoch.group(2)));
        }
        try {
            return date(trimmed);
        } catch (DateTimeException _) {
            return OptionalLong.empty();
        }
    }

    private static long epoch(long number, String fraction) {
        if (number >= FIRST_IN_MILLIS) {
            return number;
        }
        String thousandths = (fraction + "000").substring(0, 3);
        return number * 1000 + Long.parseLong(thousandths);
    }

    private static OptionalLong date(String text) {
        Matcher date = DATE_FIRST.matcher(text);
        if (date.matches()) {
            return millis(LocalDate.parse(date.group(1)), date.group(2), date.group(3));
        }
        Matcher name = NAME_FIRST.matcher(text);
        if (name.matches()) {
            String day =
                    name.group(1) == null ? name.group(3) + " " + name.group(4) : name.group(2) + " " + name.group(1);
            return millis(LocalDate.parse(day + " " + name.group(5), DAY), name.group(6), name.group(7));
        }
        return OptionalLong.empty();
    }

    private static OptionalLong millis(LocalDate day, String time, @Nullable String offset) {
        Instant instant = LocalDateTime.of(day, LocalTime.parse(time))
                .toInstant(offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset));
        return OptionalLong.of(instant.toEpochMilli());
    }
}
