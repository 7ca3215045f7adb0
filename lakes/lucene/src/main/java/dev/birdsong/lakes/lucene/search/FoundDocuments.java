// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Documents that are known by number, of one reader and no other.
final class FoundDocuments extends Query {

    private final FixedBitSet documents;

    FoundDocuments(FixedBitSet documents) {
        this.documents = documents;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) {
                var found = new InSegment(segment.docBase, segment.reader().maxDoc());
                return found.isEmpty()
                        ? null
                        : new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, found));
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    /// Those of one segment, numbered as there.
    private final class InSegment extends DocIdSetIterator {

        private final int base;
        private final int size;
        private int at = -1;

        InSegment(int base, int size) {
            this.base = base;
            this.size = size;
        }

        /// So that nothing else is looked for in the segment.
        boolean isEmpty() {
            return documents.nextSetBit(base, base + size) == NO_MORE_DOCS;
        }

        @Override
        public int docID() {
            return at;
        }

        @Override
        public int nextDoc() throws IOException {
            return advance(at + 1);
        }

        @Override
        public int advance(int target) {
            int next = target >= size ? NO_MORE_DOCS : documents.nextSetBit(base + target, base + size);
            at = next == NO_MORE_DOCS ? NO_MORE_DOCS : next - base;
            return at;
        }

        @Override
        public long cost() {
            return size;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "found documents";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(documents);
    }
}
