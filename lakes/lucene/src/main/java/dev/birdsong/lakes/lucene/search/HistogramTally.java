// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SortValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Records over time.
final class HistogramTally implements Tally {

    private final Aggregation.Interval interval;
    private final Budget budget;
    private final Map<Long, long[]> counts = new TreeMap<>();

    HistogramTally(Aggregation.Interval interval, Budget budget) {
        this.interval = interval;
        this.budget = budget;
    }

    @Override
    public void add(List<SortValue> values) {
        values.stream()
                .map(value -> start(value, interval))
                .distinct()
                .forEach(start -> counts.computeIfAbsent(start, this::fresh)[0]++);
    }

    /// Where the bucket of a time starts.
    static long start(SortValue time, Aggregation.Interval interval) {
        return interval.start(((SortValue.Whole) time).value());
    }

    private long[] fresh(long start) {
        budget.spend();
        if (counts.size() == SearchLimits.BUCKETS) {
            throw SearchLimits.tooManyBuckets();
        }
        return new long[1];
    }

    @Override
    public AggregationResult result() {
        return new AggregationResult.Buckets(
                counts.entrySet().stream()
                        .map(entry -> new Bucket(new SortValue.Whole(entry.getKey()), entry.getValue()[0]))
                        .toList(),
                0);
    }
}
