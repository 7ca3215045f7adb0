// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Counts all that was asked for in one pass, and the hits themselves.
final class Counts implements Collector {

    private final Collection<Count> counts;
    private long total;

    Counts(Collection<Count> counts) {
        this.counts = counts;
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
        List<Count.Leaf> leaves = new ArrayList<>();
        for (Count count : counts) {
            leaves.add(count.leaf(segment));
        }
        return new All(leaves);
    }

    private final class All implements LeafCollector {

        private final List<Count.Leaf> leaves;

        All(List<Count.Leaf> leaves) {
            this.leaves = leaves;
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) throws IOException {
            total++;
            for (Count.Leaf leaf : leaves) {
                leaf.collect(document);
            }
        }

        @Override
        public void finish() throws IOException {
            for (Count.Leaf leaf : leaves) {
                leaf.finish();
            }
        }
    }
}
