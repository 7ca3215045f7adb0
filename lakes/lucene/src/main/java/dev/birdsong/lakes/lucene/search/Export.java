// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.store.View;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.lake.TenantScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// All hits of one view, newest first: every segment lies in that order, so they only have to be merged. Of those of
/// one time any may come first. Used by one thread at a time.
public final class Export implements AutoCloseable {

    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 1 << 20;

    private final View view;
    private final MultiReader reader;
    private final PriorityQueue<Cursor> cursors =
            new PriorityQueue<>(Comparator.comparingLong(Cursor::time).reversed());

    /// Takes over the view.
    Export(View view, TenantScope scope, Selection selection, QueryTranslation translation) throws IOException {
        this.view = view;
        this.reader =
                new MultiReader(TimedSearcher.readers(view, selection.indices()).toArray(IndexReader[]::new), false);
        var searcher = new IndexSearcher(reader);
        Weight weight = searcher.createWeight(
                searcher.rewrite(translation.scoped(scope, selection.query())), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : reader.leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                push(new Cursor(leaf, scorer.iterator()));
            }
        }
    }

    private void push(Cursor cursor) throws IOException {
        if (cursor.advance()) {
            cursors.add(cursor);
        }
    }

    /// Some more hits; none at the end.
    public List<Hit> next() throws IOException {
        List<Hit> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < BATCH && bytes < BATCH_BYTES && !cursors.isEmpty()) {
            Cursor newest = cursors.remove();
            Hit hit = newest.hit();
            bytes += hit.document().length();
            batch.add(hit);
            push(newest);
        }
        return batch;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        view.close();
    }

    /// Where the export stands in one segment.
    private static final class Cursor {

        private final Hits hits;
        private final @Nullable Bits live;
        private final NumericDocValues times;
        private final DocIdSetIterator documents;
        private boolean hasTime;
        private long time;

        Cursor(LeafReaderContext leaf, DocIdSetIterator documents) throws IOException {
            this.hits = new Hits(leaf);
            this.live = leaf.reader().getLiveDocs();
            this.times = NewestFirst.times(leaf);
            this.documents = documents;
        }

        long time() {
            return time;
        }

        boolean advance() throws IOException {
            int document = documents.nextDoc();
            while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
                document = documents.nextDoc();
            }
            if (document == DocIdSetIterator.NO_MORE_DOCS) {
                return false;
            }
            hasTime = times.advanceExact(document);
            time = hasTime ? times.longValue() : Long.MIN_VALUE;
            return true;
        }

        Hit hit() throws IOException {
            int document = documents.docID();
            SortValue when = hasTime ? new SortValue.Whole(time) : new SortValue.Missing();
            return hits.load(document, List.of(when, new SortValue.Text(hits.id(document))));
        }
    }
}
