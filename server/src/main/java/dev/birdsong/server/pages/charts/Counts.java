// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.charts;

import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads what was counted in a bucket as the parts of a bar.
public final class Counts {

    private Counts() {}

    /// The whole bucket as one part.
    public static Function<Bucket, Map<String, Long>> whole(String series) {
        return bucket -> Map.of(series, bucket.count());
    }

    /// The buckets within it, by their keys; those that are no part, and records without a value, as the last.
    public static Function<Bucket, Map<String, Long>> byValue(String within, List<String> series) {
        return bucket -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            long rest = bucket.count();
            if (bucket.within().get(within) instanceof AggregationResult.Buckets(var buckets, long _)) {
                for (Bucket inner : buckets) {
                    if (series.contains(text(inner.key()))) {
                        counts.merge(text(inner.key()), inner.count(), Long::sum);
                        rest -= inner.count();
                    }
                }
            }
            counts.merge(series.getLast(), Math.max(0, rest), Long::sum);
            return counts;
        };
    }

    /// A number that was measured within it.
    public static Function<Bucket, Map<String, Long>> measured(String within, String series) {
        return bucket -> Map.of(
                series,
                bucket.within().get(within) instanceof AggregationResult.Measured(SortValue.Whole(long number))
                        ? number
                        : 0L);
    }

    /// A key as text.
    public static String text(SortValue value) {
        return switch (value) {
            case SortValue.Text(String text) -> text;
            case SortValue.Whole(long whole) -> Long.toString(whole);
            case SortValue.Decimal(double decimal) -> Double.toString(decimal);
            case SortValue.Missing() -> "";
        };
    }
}
