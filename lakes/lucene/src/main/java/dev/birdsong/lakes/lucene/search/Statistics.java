// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation.Statistic.Kind;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.FieldType;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;

/// One number over all values. Numbers are compared as they are stored, which is in their order.
final class Statistics implements Tally {

    private final Kind kind;
    private final String column;
    private final FieldType type;
    private final long[] outermost;
    private final long[] counts;
    private final ExactSum[] sums;

    Statistics(Kind kind, String column, FieldType type, int buckets) {
        this.kind = kind;
        this.column = column;
        this.type = type;
        this.outermost = new long[buckets];
        Arrays.fill(outermost, kind == Kind.MIN ? Long.MAX_VALUE : Long.MIN_VALUE);
        this.counts = new long[buckets];
        this.sums = IntStream.range(0, buckets).mapToObj(_ -> new ExactSum()).toArray(ExactSum[]::new);
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        var numbers = new NumberColumn(segment, column);
        NumberColumn.Each each = switch (kind) {
            case MIN -> (_, bucket, number, _) -> take(bucket, Math.min(outermost[bucket], number));
            case MAX -> (_, bucket, number, _) -> take(bucket, Math.max(outermost[bucket], number));
            case SUM, AVG -> (_, bucket, number, _) -> add(bucket, number);
        };
        return batch -> numbers.read(batch, each);
    }

    private void take(int bucket, long number) {
        counts[bucket]++;
        outermost[bucket] = number;
    }

    private void add(int bucket, long number) {
        counts[bucket]++;
        sums[bucket].add(Values.number(type, number));
    }

    @Override
    public AggregationResult result(int bucket) {
        return new AggregationResult.Measured(
                counts[bucket] == 0 && kind != Kind.SUM
                        ? new SortValue.Missing()
                        : new SortValue.Decimal(measured(bucket)));
    }

    private double measured(int bucket) {
        return switch (kind) {
            case SUM -> sums[bucket].rounded();
            case MIN, MAX -> decimal(Values.number(type, outermost[bucket]));
            case AVG -> sums[bucket].rounded() / counts[bucket];
        };
    }

    private static double decimal(SortValue value) {
        return switch (value) {
            case SortValue.Whole(long whole) -> whole;
            case SortValue.Decimal(double decimal) -> decimal;
            case SortValue.Text _, SortValue.Missing _ -> throw new IllegalStateException("a number was expected");
        };
    }
}
