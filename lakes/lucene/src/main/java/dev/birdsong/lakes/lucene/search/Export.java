// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.store.View;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/// All hits of one view, newest first, those of one time by `_id`: every segment lies newest first, so they only have
/// to
/// be merged. Used by one thread at a time.
public final class Export implements AutoCloseable {

    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 1 << 20;
    private static final int MOST_TIES = 50_000;

    private final View view;
    private final MultiReader reader;
    private final int mostTies;
    private final PriorityQueue<ExportCursor> cursors =
            new PriorityQueue<>(Comparator.comparingLong(ExportCursor::time).reversed());
    /// The cursors that have hits of the current time.
    private final List<ExportCursor> tied = new ArrayList<>();
    private long time;
    private boolean complete = true;
    private Deque<Tie> ready = new ArrayDeque<>();

    /// Takes over the view.
    Export(View view, TenantScope scope, Selection selection, QueryTranslation translation) throws IOException {
        this(view, scope, selection, translation, MOST_TIES);
    }

    /// @param mostTies so many hits of one time are kept in memory
    Export(View view, TenantScope scope, Selection selection, QueryTranslation translation, int mostTies)
            throws IOException {
        this.view = view;
        this.mostTies = mostTies;
        this.reader =
                new MultiReader(TimedSearcher.readers(view, selection.indices()).toArray(IndexReader[]::new), false);
        var searcher = new IndexSearcher(reader);
        Weight weight = searcher.createWeight(
                searcher.rewrite(translation.scoped(scope, selection.query())), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : reader.leaves()) {
            var cursor = new ExportCursor(leaf, weight);
            if (cursor.advance()) {
                cursors.add(cursor);
            }
        }
    }

    /// Some more hits; none at the end.
    public List<Hit> next() throws IOException {
        List<Hit> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < BATCH && bytes < BATCH_BYTES && hasMore()) {
            Tie next = ready.element();
            Hit hit = next.cursor().hit(next, time);
            bytes += hit.document().length();
            batch.add(hit);
            prepare(ready.remove());
        }
        return batch;
    }

    private boolean hasMore() throws IOException {
        if (ready.isEmpty() && !cursors.isEmpty()) {
            goToNextTime();
        }
        return !ready.isEmpty();
    }

    private void goToNextTime() throws IOException {
        var ties = new Ties(mostTies);
        tied.clear();
        time = cursors.element().time();
        while (!cursors.isEmpty() && cursors.element().time() == time) {
            ExportCursor cursor = cursors.remove();
            tied.add(cursor);
            if (cursor.offerTo(ties)) {
                cursors.add(cursor);
            }
        }
        take(ties);
    }

    /// Looks for more hits of the same time, where there were too many to keep.
    private void prepare(Tie last) throws IOException {
        if (ready.isEmpty() && !complete) {
            var ties = new Ties(mostTies);
            for (ExportCursor cursor : tied) {
                cursor.offerAgain(ties, time, last);
            }
            take(ties);
        }
    }

    private void take(Ties ties) {
        ready = ties.sorted();
        complete = ties.isComplete();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        view.close();
    }
}
