// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Counts hits until there are enough of them; those of a segment that knows by itself are not looked at.
final class Total implements Collector {

    private static final long ENOUGH = 10_000;

    private final long enough;
    private long count;
    private @Nullable Weight weight;

    private Total(long enough) {
        this.enough = enough;
    }

    /// Counts all.
    static Total exact() {
        return new Total(Long.MAX_VALUE);
    }

    /// Stops at 10,000.
    static Total atLeast() {
        return new Total(ENOUGH);
    }

    long count() {
        return count;
    }

    /// Whether all were counted.
    boolean isExact() {
        return count < enough;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public void setWeight(Weight query) {
        weight = query;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        int known = weight == null || !isExact() ? 0 : weight.count(segment);
        if (known >= 0) {
            count += known;
            throw new CollectionTerminatedException();
        }
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) {
                count++;
                if (!isExact()) {
                    throw new CollectionTerminatedException();
                }
            }
        };
    }
}
