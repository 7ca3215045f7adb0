// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.charts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A year as weeks beside each other, each day the stronger the more it has.
///
/// @param days all of the year
/// @param most what the strongest day has
public record Calendar(int year, List<Day> days, long most) {

    private static final int LEVELS = 4;

    public Calendar {
        days = List.copyOf(days);
    }

    /// A day of UTC.
    ///
    /// @param start epoch milliseconds
    /// @param level 0 where it has nothing, up to 4
    public record Day(String name, long start, int week, int weekday, long count, long level) {

        /// When it ends, in epoch milliseconds.
        public long end() {
            return start + ChronoUnit.DAYS.getDuration().toMillis();
        }
    }

    /// Of a year.
    ///
    /// @param counts what the days have, by the epoch milliseconds of their start
    public static Calendar of(int year, Map<Long, Long> counts) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
            long start = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            long count = counts.getOrDefault(start, 0L);
            days.add(new Day(
                    day.toString(),
                    start,
                    (int) ChronoUnit.WEEKS.between(monday, day),
                    day.getDayOfWeek().getValue() - 1,
                    count,
                    most == 0 ? 0 : (count * LEVELS + most - 1) / most));
        }
        return new Calendar(year, days, most);
    }

    /// The days that have anything.
    public List<Day> active() {
        return days.stream().filter(day -> day.count() > 0).toList();
    }
}
