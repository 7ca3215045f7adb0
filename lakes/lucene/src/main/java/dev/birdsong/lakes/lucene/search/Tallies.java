// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Counts all that was asked for in one pass, and the hits themselves.
final class Tallies implements Collector {

    private final Collection<Tally> tallies;
    private long total;

    Tallies(Collection<Tally> tallies) {
        this.tallies = tallies;
    }

    long total() {
        return total;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        List<Tally.Leaf> leaves = new ArrayList<>();
        for (Tally tally : tallies) {
            leaves.add(tally.leaf(segment));
        }
        return new All(leaves);
    }

    private final class All implements LeafCollector {

        private final List<Tally.Leaf> leaves;
        /// All hits are in bucket 0.
        private final Batch batch = new Batch();

        All(List<Tally.Leaf> leaves) {
            this.leaves = leaves;
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) throws IOException {
            if (batch.isFull()) {
                hand();
            }
            batch.add(document, 0);
        }

        @Override
        public void collect(DocIdStream documents) throws IOException {
            hand();
            for (batch.size = documents.intoArray(batch.documents);
                    batch.size > 0;
                    batch.size = documents.intoArray(batch.documents)) {
                hand();
            }
        }

        private void hand() throws IOException {
            total += batch.size;
            for (Tally.Leaf leaf : leaves) {
                leaf.collect(batch);
            }
            batch.size = 0;
        }

        @Override
        public void finish() throws IOException {
            hand();
            for (Tally.Leaf leaf : leaves) {
                leaf.finish();
            }
        }
    }
}
