// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// How many records match: exactly, or at least so many.
record Total(long count, boolean exact) {

    private static final long ENOUGH = 10_000;

    static Total of(IndexSearcher searcher, Query query, boolean exact) throws IOException {
        return exact ? new Total(searcher.count(query), true) : atLeast(searcher, query);
    }

    private static Total atLeast(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        long count = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int known = weight.count(leaf);
            count += known >= 0
                    ? known
                    : counted(weight.scorer(leaf), leaf.reader().getLiveDocs(), ENOUGH - count);
            if (count >= ENOUGH) {
                return new Total(count, false);
            }
        }
        return new Total(count, true);
    }

    private static long counted(@Nullable Scorer scorer, @Nullable Bits live, long most) throws IOException {
        if (scorer == null) {
            return 0;
        }
        long count = 0;
        DocIdSetIterator documents = scorer.iterator();
        while (count < most && documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            count += live == null || live.get(documents.docID()) ? 1 : 0;
        }
        return count;
    }
}
