// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Set;

/// What is counted over all hits.
public sealed interface Aggregation {

    /// The most frequent values of a listed field, the most frequent first, equal ones by value upwards. A
    /// record with several distinct values counts for each.
    record TopValues(String field, int size) implements Aggregation {}

    /// Hits over time, without empty buckets, the earliest first, by a listed field of type DATE or LONG. The
    /// key is the bucket's start in epoch milliseconds. A record with several values counts once in each bucket
    /// that it has one in.
    record DateHistogram(String field, Interval interval) implements Aggregation {}

    /// How long a bucket of a histogram is.
    sealed interface Interval {

        /// When the bucket starts that this time falls into, both in epoch milliseconds.
        long start(long time);

        /// Always the same, counted from the epoch.
        record Fixed(Duration length) implements Interval {

            public Fixed {
                if (length.toMillis() < 1) {
                    throw new IllegalArgumentException("an interval lasts at least a millisecond");
                }
            }

            @Override
            public long start(long time) {
                return Math.floorDiv(time, length.toMillis()) * length.toMillis();
            }
        }

        /// One minute, hour, day, week (from Monday), month or year as the zone's calendar has it.
        record Calendar(ChronoUnit unit, ZoneId zone) implements Interval {

            private static final Set<ChronoUnit> UNITS = EnumSet.of(
                    ChronoUnit.MINUTES,
                    ChronoUnit.HOURS,
                    ChronoUnit.DAYS,
                    ChronoUnit.WEEKS,
                    ChronoUnit.MONTHS,
                    ChronoUnit.YEARS);

            public Calendar {
                if (!UNITS.contains(unit)) {
                    throw new IllegalArgumentException("an interval is a minute, hour, day, week, month or year");
                }
            }

            @Override
            public long start(long time) {
                ZonedDateTime at = Instant.ofEpochMilli(time).atZone(zone);
                return (unit.isTimeBased()
                                ? at.truncatedTo(unit)
                                : firstDay(at.toLocalDate()).atStartOfDay(zone))
                        .toInstant()
                        .toEpochMilli();
            }

            private LocalDate firstDay(LocalDate day) {
                return switch (unit) {
                    case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTHS -> day.withDayOfMonth(1);
                    case YEARS -> day.withDayOfYear(1);
                    default -> day;
                };
            }
        }
    }
}
