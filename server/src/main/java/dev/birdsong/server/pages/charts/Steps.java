// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.charts;

import dev.birdsong.spi.lake.Aggregation.Interval;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How long the bars of a chart over time are: as short as they can be without being too many.
///
/// @param usual how long a bar usually is
public record Steps(Interval interval, Duration usual) {

    /// A bar for each day of UTC.
    public static final Steps DAYS = fixed(Duration.ofDays(1));

    private static final int MOST = 75;
    private static final List<Steps> ALL = List.of(
            fixed(Duration.ofMillis(1)),
            fixed(Duration.ofMillis(10)),
            fixed(Duration.ofMillis(100)),
            fixed(Duration.ofSeconds(1)),
            fixed(Duration.ofSeconds(5)),
            fixed(Duration.ofSeconds(15)),
            fixed(Duration.ofSeconds(30)),
            fixed(Duration.ofMinutes(1)),
            fixed(Duration.ofMinutes(5)),
            fixed(Duration.ofMinutes(10)),
            fixed(Duration.ofMinutes(30)),
            fixed(Duration.ofHours(1)),
            fixed(Duration.ofHours(3)),
            fixed(Duration.ofHours(6)),
            fixed(Duration.ofHours(12)),
            DAYS,
            calendar(ChronoUnit.WEEKS),
            calendar(ChronoUnit.MONTHS));
    private static final Steps LONGEST = calendar(ChronoUnit.YEARS);

    /// Those for a chart between these times, in epoch milliseconds.
    public static Steps between(long from, long to) {
        double length = (double) to - from;
        return ALL.stream()
                .filter(steps -> length / steps.usual().toMillis() <= MOST)
                .findFirst()
                .orElse(LONGEST);
    }

    /// When the bar ends that begins then.
    long end(long start) {
        return interval instanceof Interval.Fixed
                ? start + usual.toMillis()
                : interval.start(start + usual.toMillis() * 3 / 2);
    }

    private static Steps fixed(Duration length) {
        return new Steps(new Interval.Fixed(length), length);
    }

    private static Steps calendar(ChronoUnit unit) {
        return new Steps(new Interval.Calendar(unit, ZoneOffset.UTC), unit.getDuration());
    }
}
