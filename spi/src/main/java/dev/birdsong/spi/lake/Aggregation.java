// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What is counted over all hits. Buckets can be counted over in turn, once.
public sealed interface Aggregation {

    /// The listed field whose values are counted.
    String field();

    /// What is counted over the hits of each bucket, by name.
    default Map<String, Aggregation> within() {
        return Map.of();
    }

    /// The most frequent values of a listed field, the most frequent first, equal ones by value upwards. A
    /// record with several distinct values counts for each.
    record TopValues(String field, int size, Map<String, Aggregation> within) implements Aggregation {

        public TopValues {
            within = nestedOnce(within);
        }

        /// Nothing is counted within.
        public TopValues(String field, int size) {
            this(field, size, Map.of());
        }
    }

    /// Hits over time, without empty buckets, the earliest first, by a listed field of type DATE or LONG. The
    /// key is the bucket's start in epoch milliseconds. A record with several values counts once in each bucket
    /// that it has one in.
    record DateHistogram(String field, Interval interval, Map<String, Aggregation> within) implements Aggregation {

        public DateHistogram {
            within = nestedOnce(within);
        }

        /// Nothing is counted within.
        public DateHistogram(String field, Interval interval) {
            this(field, interval, Map.of());
        }
    }

    /// How many distinct values a listed field has: exactly up to 40,000, above that usually within two percent.
    record Cardinality(String field) implements Aggregation {

        /// So many are told apart exactly.
        public static final int EXACT = 40_000;
    }

    /// A number over all values of a listed field of numbers, times or booleans, several of one record too. A sum
    /// is exact before it is rounded, and no larger than a decimal number can be; an average is that sum divided.
    record Statistic(Kind kind, String field) implements Aggregation {

        /// Which number.
        public enum Kind {
            SUM,
            MIN,
            MAX,
            AVG;

            /// The name that people type.
            public String label() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    private static Map<String, Aggregation> nestedOnce(Map<String, Aggregation> within) {
        if (within.values().stream().anyMatch(inner -> !inner.within().isEmpty())) {
            throw new IllegalArgumentException("aggregations are nested once");
        }
        return Map.copyOf(within);
    }

    /// How long a bucket of a histogram is.
    sealed interface Interval {

        /// When the bucket starts that this time falls into, both in epoch milliseconds.
        long start(long time);

        /// Always the same, counted from the epoch, by the clocks of the zone.
        record Fixed(Duration length, ZoneId zone) implements Interval {

            public Fixed {
                if (length.toMillis() < 1) {
                    throw new IllegalArgumentException("an interval lasts at least a millisecond");
                }
            }

            /// By UTC.
            public Fixed(Duration length) {
                this(length, ZoneOffset.UTC);
            }

            @Override
            public long start(long time) {
                return zone instanceof ZoneOffset offset ? start(time, offset) : startByClocks(time);
            }

            private long start(long time, ZoneOffset offset) {
                long shift = offset.getTotalSeconds() * 1_000L;
                return Math.floorDiv(time + shift, length.toMillis()) * length.toMillis() - shift;
            }

            /// Where clocks were set between the start and the time, the start is what they showed then; one that
            /// they never showed is the moment they were set.
            private long startByClocks(long time) {
                ZoneRules rules = zone.getRules();
                ZoneOffset offset = rules.getOffset(Instant.ofEpochMilli(time));
                long start = start(time, offset);
                LocalDateTime shown = LocalDateTime.ofEpochSecond(
                        Math.floorDiv(start, 1_000L), Math.floorMod(start, 1_000) * 1_000_000, offset);
                ZoneOffsetTransition set = rules.getTransition(shown);
                return set != null && set.isGap()
                        ? set.getInstant().toEpochMilli()
                        : ZonedDateTime.ofLocal(shown, zone, offset).toInstant().toEpochMilli();
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
