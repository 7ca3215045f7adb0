// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SortValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;

/// Hits over time.
final class Histogram implements Tally {

    private final String column;
    private final Aggregation.Interval interval;
    private final NumberCounts[] counts;

    Histogram(String column, Aggregation.Interval interval, int buckets, Budget budget) {
        this.column = column;
        this.interval = interval;
        this.counts = IntStream.range(0, buckets)
                .mapToObj(_ -> new NumberCounts(budget))
                .toArray(NumberCounts[]::new);
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        var times = new NumberColumn(segment, column);
        var starts = new Starts(interval);
        var distinct = new DistinctInHit((_, bucket, start) -> add(counts[bucket], start));
        return batch -> times.read(
                batch,
                (document, bucket, time, isRepeated) -> distinct.take(document, bucket, starts.of(time), isRepeated));
    }

    private static void add(NumberCounts counts, long start) {
        counts.add(start, 1);
        if (counts.size() > SearchLimits.BUCKETS) {
            throw SearchLimits.tooManyBuckets();
        }
    }

    @Override
    public AggregationResult result(int bucket) {
        List<Bucket> buckets = new ArrayList<>();
        counts[bucket].each((start, count) -> buckets.add(new Bucket(new SortValue.Whole(start), count)));
        buckets.sort(Comparator.comparingLong(one -> ((SortValue.Whole) one.key()).value()));
        return new AggregationResult.Buckets(buckets, 0);
    }
}
