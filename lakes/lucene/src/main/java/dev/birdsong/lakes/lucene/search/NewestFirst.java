// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/// Stops in each segment once it has given enough: segments are sorted by time, so the rest of it is older. Those
/// of the same time as the last are still collected, since the id decides among them.
final class NewestFirst extends FilterCollector {

    private final int enough;
    private final long before;

    /// @param enough how many hits are wanted
    /// @param before only hits older than this are sure to be wanted
    NewestFirst(Collector collector, int enough, long before) {
        super(collector);
        this.enough = enough;
        this.before = before;
    }

    /// The newest time of each record of a segment.
    static NumericDocValues times(LeafReaderContext leaf) throws IOException {
        SortedNumericDocValues all = DocValues.getSortedNumeric(leaf.reader(), Layout.TIMESTAMP_COLUMN);
        return SortedNumericSelector.wrap(all, SortedNumericSelector.Type.MAX, SortField.Type.LONG);
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        NumericDocValues times = times(context);
        return new FilterLeafCollector(super.getLeafCollector(context)) {

            private int collected;
            private long last = Long.MAX_VALUE;

            @Override
            public void collect(int document) throws IOException {
                long time = times.advanceExact(document) ? times.longValue() : Long.MIN_VALUE;
                if (collected >= enough && time != last) {
                    throw new CollectionTerminatedException();
                }
                last = time;
                if (time < before) {
                    collected++;
                }
                super.collect(document);
            }
        };
    }
}
