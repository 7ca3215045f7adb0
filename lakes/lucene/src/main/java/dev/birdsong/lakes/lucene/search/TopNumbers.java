// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.record.FieldType;
import java.io.IOException;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;

/// The most frequent numbers.
final class TopNumbers implements Tally {

    private final String column;
    private final FieldType type;
    private final int size;
    private final NumberCounts[] counts;

    TopNumbers(String column, FieldType type, int size, int buckets, Budget budget) {
        this.column = column;
        this.type = type;
        this.size = size;
        this.counts = IntStream.range(0, buckets)
                .mapToObj(_ -> new NumberCounts(budget))
                .toArray(NumberCounts[]::new);
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        var numbers = new NumberColumn(segment, column);
        var distinct = new DistinctInHit((_, bucket, number) -> counts[bucket].add(number, 1));
        return batch -> numbers.read(batch, distinct);
    }

    @Override
    public AggregationResult result(int bucket) {
        var best = new Best<Long>(size, Comparator.naturalOrder());
        counts[bucket].each(best::offer);
        return best.result(number -> Values.number(type, number));
    }
}
