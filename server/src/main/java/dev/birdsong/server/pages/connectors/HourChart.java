// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The records of two days by the hour in which the lake stored them last, new ones apart from changed ones. There is a
/// bar for each hour; the last one is for the hour that is not over.
///
/// @param bars the earliest first
public record HourChart(List<Bar> bars) {

    /// So long it goes back.
    static final Duration SPAN = Duration.ofDays(2);

    private static final int HEIGHT = 100;
    private static final int REVISIONS = 100;

    public HourChart {
        bars = List.copyOf(bars);
    }

    /// An hour.
    ///
    /// @param hour its start, in epoch milliseconds
    /// @param created records that are new
    /// @param updated records that replaced others
    /// @param createdHeight of a hundred
    /// @param updatedHeight of a hundred
    public record Bar(long hour, long created, long updated, long createdHeight, long updatedHeight) {}

    private record Counted(long created, long all) {

        static final Counted NONE = new Counted(0, 0);
    }

    /// What has to be counted.
    static Aggregation aggregation() {
        return new Aggregation.DateHistogram(
                "write_time",
                new Aggregation.Interval.Fixed(Duration.ofHours(1)),
                Map.of("revision", new Aggregation.TopValues("revision", REVISIONS)));
    }

    /// What was counted, until this time.
    static HourChart of(AggregationResult counted, Instant now) {
        Map<Long, Counted> hours = counted instanceof AggregationResult.Buckets(var buckets, long _)
                ? buckets.stream().collect(Collectors.toMap(HourChart::start, HourChart::counted))
                : Map.of();
        long most = Math.max(
                1, hours.values().stream().mapToLong(Counted::all).max().orElse(1));
        long last = now.truncatedTo(ChronoUnit.HOURS).toEpochMilli();
        long hour = Duration.ofHours(1).toMillis();
        return new HourChart(LongStream.rangeClosed(1 - SPAN.toHours(), 0)
                .mapToObj(back -> bar(last + back * hour, start -> hours.getOrDefault(start, Counted.NONE), most))
                .toList());
    }

    private static Bar bar(long start, Function<Long, Counted> hours, long most) {
        Counted counted = hours.apply(start);
        long updated = counted.all() - counted.created();
        return new Bar(start, counted.created(), updated, height(counted.created(), most), height(updated, most));
    }

    private static long height(long count, long most) {
        return count == 0 ? 0 : Math.max(1, count * HEIGHT / most);
    }

    private static long start(Bucket bucket) {
        return bucket.key() instanceof SortValue.Whole(long start) ? start : 0;
    }

    private static Counted counted(Bucket hour) {
        long created = hour.within().get("revision") instanceof AggregationResult.Buckets(var revisions, long _)
                ? revisions.stream()
                        .filter(revision -> revision.key().equals(new SortValue.Whole(0)))
                        .mapToLong(Bucket::count)
                        .sum()
                : 0;
        return new Counted(created, hour.count());
    }

    /// How many records these are together.
    public long total() {
        return bars.stream().mapToLong(bar -> bar.created() + bar.updated()).sum();
    }
}
