// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.charts;

import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Figures over time as bars, each of which may have parts, one above the other. A chart is 1,000 wide and 100 high.
///
/// @param from epoch milliseconds
/// @param to epoch milliseconds
/// @param series the parts there are, the lowest first
/// @param bars the earliest first, those alone that have something
public record TimeChart(long from, long to, List<String> series, List<Bar> bars) {

    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 100;
    private static final double GAP = 0.12;

    public TimeChart {
        series = List.copyOf(series);
        bars = List.copyOf(bars);
    }

    /// A bar.
    ///
    /// @param total what its parts are together
    public record Bar(long from, long to, long total, double x, double width, List<Part> parts) {

        public Bar {
            parts = List.copyOf(parts);
        }

        /// How much of one series it has.
        public long count(String series) {
            return parts.stream()
                    .filter(part -> part.series().equals(series))
                    .mapToLong(Part::count)
                    .sum();
        }
    }

    /// A part of a bar.
    public record Part(String series, long count, double y, double height) {}

    /// How a chart is drawn.
    ///
    /// @param series the parts, the lowest first; what is none of them counts for the last
    /// @param counts what a bucket has of each part
    public record Plan(
            long from, long to, Steps steps, List<String> series, Function<Bucket, Map<String, Long>> counts) {

        public Plan {
            series = List.copyOf(series);
        }
    }

    /// Draws what was counted.
    public static TimeChart of(AggregationResult counted, Plan plan) {
        List<Bucket> buckets = counted instanceof AggregationResult.Buckets(var found, long _) ? found : List.of();
        List<Map<String, Long>> counts = buckets.stream().map(plan.counts()).toList();
        long most = counts.stream().mapToLong(TimeChart::sum).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            bars.add(bar(plan, start(buckets.get(i)), counts.get(i), Math.max(1, most)));
        }
        return new TimeChart(plan.from(), plan.to(), plan.series(), bars);
    }

    private static Bar bar(Plan plan, long start, Map<String, Long> counts, long most) {
        long end = plan.steps().end(start);
        double scale = WIDTH / Math.max(1, (double) plan.to() - plan.from());
        double left = Math.clamp((start - plan.from()) * scale, 0, WIDTH - 1);
        double right = Math.min(WIDTH, (end - plan.from()) * scale);
        double width = Math.max(1, right - left);
        List<Part> parts = new ArrayList<>();
        double top = HEIGHT;
        for (String one : plan.series()) {
            long count = counts.getOrDefault(one, 0L);
            if (count > 0) {
                double height = Math.max(0.8, HEIGHT * count / most);
                top -= height;
                parts.add(new Part(one, count, rounded(Math.max(0, top)), rounded(height)));
            }
        }
        return new Bar(start, end, sum(counts), rounded(left + width * GAP / 2), rounded(width * (1 - GAP)), parts);
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long start(Bucket bucket) {
        return bucket.key() instanceof SortValue.Whole(long start) ? start : 0;
    }

    /// All together.
    public long total() {
        return bars.stream().mapToLong(Bar::total).sum();
    }

    /// The highest bar.
    public long most() {
        return bars.stream().mapToLong(Bar::total).max().orElse(0);
    }

    /// The series that have anything.
    public List<String> shown() {
        return series.stream()
                .filter(one -> bars.stream().anyMatch(bar -> bar.count(one) > 0))
                .toList();
    }
}
