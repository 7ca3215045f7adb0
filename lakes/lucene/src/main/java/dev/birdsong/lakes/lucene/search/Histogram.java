// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SortValue;
import java.io.IOException;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;

/// Hits over time. Records lie sorted by time, so most fall into the bucket of the one before them, which costs two
/// comparisons.
final class Histogram implements Count {

    private final String column;
    private final Aggregation.Interval interval;
    private final TreeMap<Long, long[]> counts = new TreeMap<>();
    private final Bounds current = new Bounds();

    Histogram(String column, Aggregation.Interval interval) {
        this.column = column;
        this.interval = interval;
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        SortedNumericDocValues times = DocValues.getSortedNumeric(segment.reader(), column);
        return document -> {
            if (times.advanceExact(document)) {
                addDistinct(times);
            }
        };
    }

    /// Times come in order, so those of one bucket follow each other.
    private void addDistinct(SortedNumericDocValues times) throws IOException {
        long last = 0;
        for (int i = 0; i < times.docValueCount(); i++) {
            long time = times.nextValue();
            if (!current.contain(time)) {
                current.move(time);
            }
            if (i == 0 || current.start != last) {
                current.count[0]++;
            }
            last = current.start;
        }
    }

    @Override
    public AggregationResult result() {
        return new AggregationResult.Buckets(
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue()[0] > 0)
                        .map(entry -> new Bucket(new SortValue.Whole(entry.getKey()), entry.getValue()[0]))
                        .toList(),
                0);
    }

    /// The times that were seen to belong to one bucket.
    private final class Bounds {

        private long start;
        private long earliest = Long.MAX_VALUE;
        private long latest = Long.MIN_VALUE;
        private long[] count = new long[1];

        boolean contain(long time) {
            return time >= earliest && time <= latest;
        }

        void move(long time) {
            long itsStart = interval.start(time);
            if (itsStart == start && latest != Long.MIN_VALUE) {
                earliest = Math.min(earliest, time);
                latest = Math.max(latest, time);
                return;
            }
            start = itsStart;
            // the start is in the bucket too, unless it is out of bounds
            earliest = Math.min(itsStart, time);
            latest = time;
            count = counts.computeIfAbsent(itsStart, _ -> new long[1]);
            if (counts.size() > SearchLimits.BUCKETS) {
                throw SearchLimits.tooManyBuckets();
            }
        }
    }
}
