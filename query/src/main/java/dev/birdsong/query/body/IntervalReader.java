// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.spi.lake.Aggregation.Interval;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads how long the buckets of a `date_histogram` are.
final class IntervalReader {

    private static final Pattern FIXED = Pattern.compile("([1-9]\\d{0,8})(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> LENGTHS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);
    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("minute", ChronoUnit.MINUTES),
            Map.entry("1m", ChronoUnit.MINUTES),
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("1h", ChronoUnit.HOURS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("1d", ChronoUnit.DAYS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("1w", ChronoUnit.WEEKS),
            Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("1M", ChronoUnit.MONTHS),
            Map.entry("year", ChronoUnit.YEARS),
            Map.entry("1y", ChronoUnit.YEARS));

    private IntervalReader() {}

    static Interval read(Node node, Map<String, Node> members) {
        Node fixed = members.get("fixed_interval");
        Node calendar = members.get("calendar_interval");
        if ((fixed == null) == (calendar == null)) {
            throw node.problem("either fixed_interval or calendar_interval must be given");
        }
        ZoneId zone = zone(members);
        return fixed != null ? fixed(fixed, zone) : calendar(calendar == null ? node : calendar, zone);
    }

    private static ZoneId zone(Map<String, Node> members) {
        Node zone = members.get("time_zone");
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(zone.text());
        } catch (DateTimeException _) {
            throw zone.problem("this is not a time zone; write Europe/Berlin, +01:00 or UTC");
        }
    }

    private static Interval fixed(Node node, ZoneId zone) {
        Matcher fixed = FIXED.matcher(node.text());
        if (!fixed.matches()) {
            throw node.problem("a fixed interval is a number of ms, s, m, h or d, such as 30m");
        }
        ChronoUnit unit = LENGTHS.getOrDefault(fixed.group(2), ChronoUnit.MILLIS);
        return new Interval.Fixed(Duration.of(Long.parseLong(fixed.group(1)), unit), zone);
    }

    private static Interval calendar(Node node, ZoneId zone) {
        ChronoUnit unit = UNITS.get(node.text());
        if (unit == null) {
            throw node.problem("a calendar interval is minute, hour, day, week, month or year");
        }
        return new Interval.Calendar(unit, zone);
    }
}
