// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;

/// What is counted within buckets: in a second pass over the hits, once it is known which buckets there are.
final class Within implements Tally {

    private final AggregationResult.Buckets found;
    private final BucketsOfHits buckets;
    private final Map<String, Tally> inners = new HashMap<>();

    Within(Aggregation aggregation, AggregationResult.Buckets found, Schema schema, Budget budget) {
        this.found = found;
        this.buckets = new BucketsOfHits(aggregation, found.buckets(), schema);
        int count = found.buckets().size();
        aggregation.within().forEach((name, inner) -> inners.put(name, Tally.of(inner, schema, count, budget)));
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        BucketsOfHits.Leaf outer = buckets.leaf(segment);
        List<Leaf> leaves = new ArrayList<>();
        for (Tally inner : inners.values()) {
            leaves.add(inner.leaf(segment));
        }
        return new Inner(outer, leaves);
    }

    @Override
    public AggregationResult result(int whole) {
        List<Bucket> complete = new ArrayList<>();
        for (Bucket bucket : found.buckets()) {
            Map<String, AggregationResult> within = new HashMap<>();
            int place = complete.size();
            inners.forEach((name, inner) -> within.put(name, inner.result(place)));
            complete.add(new Bucket(bucket.key(), bucket.count(), within));
        }
        return new AggregationResult.Buckets(complete, found.others());
    }

    /// Hands hits on to what is counted within, for each bucket that they are in.
    private static final class Inner implements Leaf, BucketsOfHits.Each {

        private final BucketsOfHits.Leaf outer;
        private final List<Leaf> leaves;
        private final Batch sorted = new Batch();

        Inner(BucketsOfHits.Leaf outer, List<Leaf> leaves) {
            this.outer = outer;
            this.leaves = leaves;
        }

        @Override
        public void collect(Batch batch) throws IOException {
            outer.read(batch, this);
        }

        @Override
        public void take(int document, int bucket) throws IOException {
            if (sorted.isFull()) {
                hand();
            }
            sorted.add(document, bucket);
        }

        private void hand() throws IOException {
            for (Leaf leaf : leaves) {
                leaf.collect(sorted);
            }
            sorted.size = 0;
        }

        @Override
        public void finish() throws IOException {
            hand();
            for (Leaf leaf : leaves) {
                leaf.finish();
            }
        }
    }
}
