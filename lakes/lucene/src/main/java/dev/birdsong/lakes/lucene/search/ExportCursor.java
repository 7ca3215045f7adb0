// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.SortValue;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Where an export stands in one segment, which lies newest first.
final class ExportCursor {

    private final LeafReaderContext leaf;
    private final Weight weight;
    private final Hits hits;
    private final @Nullable Bits live;
    private final NumericDocValues times;
    private final DocIdSetIterator documents;
    private int document = -1;
    private long time;
    /// Where the hits of the current time begin.
    private int begin;

    ExportCursor(LeafReaderContext leaf, Weight weight) throws IOException {
        this.leaf = leaf;
        this.weight = weight;
        this.hits = new Hits(leaf);
        this.live = leaf.reader().getLiveDocs();
        this.times = NewestFirst.times(leaf);
        this.documents = iterator();
    }

    private DocIdSetIterator iterator() throws IOException {
        Scorer scorer = weight.scorer(leaf);
        return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    }

    /// Among the cursors of an export.
    int place() {
        return leaf.ord;
    }

    long time() {
        return time;
    }

    /// Goes to the next hit, if there is one.
    boolean advance() throws IOException {
        return moveTo(documents.nextDoc());
    }

    private boolean moveTo(int next) throws IOException {
        document = next;
        while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
            document = documents.nextDoc();
        }
        if (document == DocIdSetIterator.NO_MORE_DOCS) {
            return false;
        }
        time = times.advanceExact(document) ? times.longValue() : Long.MIN_VALUE;
        return true;
    }

    /// Offers all hits of the current time.
    ///
    /// @return whether there are others behind them
    boolean offerTo(Ties ties) throws IOException {
        long current = time;
        begin = document;
        boolean hasMore = true;
        while (hasMore && time == current) {
            ties.offer(new Tie(hits.idBytes(document), this, document));
            hasMore = advance();
        }
        return hasMore;
    }

    /// Goes over the hits of that time once more, and offers those behind one.
    void offerAgain(Ties ties, long then, Tie last) throws IOException {
        var again = new ExportCursor(leaf, weight);
        boolean has = again.moveTo(again.documents.advance(begin));
        while (has && again.time == then) {
            var tie = new Tie(hits.idBytes(again.document), this, again.document);
            if (Tie.BY_ID.compare(tie, last) > 0) {
                ties.offer(tie);
            }
            has = again.advance();
        }
    }

    Hit hit(Tie tie, long then) throws IOException {
        SortValue when = then == Long.MIN_VALUE ? new SortValue.Missing() : new SortValue.Whole(then);
        String id = tie.id().utf8ToString();
        return hits.load(tie.document(), List.of(when, new SortValue.Text(id)));
    }
}
