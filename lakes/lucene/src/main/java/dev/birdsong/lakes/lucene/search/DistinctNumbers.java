// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.AggregationResult;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;

/// How many different numbers there are.
final class DistinctNumbers implements Tally {

    private final String column;
    private final Distinct[] distinct;

    DistinctNumbers(String column, int buckets, Budget budget) {
        this.column = column;
        this.distinct = Distinct.inEach(buckets, budget);
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        var numbers = new NumberColumn(segment, column);
        return batch -> numbers.read(batch, (_, bucket, number, _) -> distinct[bucket].add(number));
    }

    @Override
    public AggregationResult result(int bucket) {
        return distinct[bucket].result();
    }
}
