// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.AggregationResult;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;

/// How many different texts or addresses there are: each is read once in a segment.
final class DistinctTexts implements Tally {

    private final String column;
    private final Distinct[] distinct;

    DistinctTexts(String column, int buckets, Budget budget) {
        this.column = column;
        this.distinct = Distinct.inEach(buckets, budget);
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        if (column.equals(Layout.ID)) {
            return ids(DocValues.getBinary(segment.reader(), column));
        }
        var texts = new TextColumn(segment, column);
        var seen = new OrdCounts(texts.count(), distinct.length);
        return new Leaf() {
            @Override
            public void collect(Batch batch) throws IOException {
                texts.read(batch, seen);
            }

            @Override
            public void finish() throws IOException {
                seen.each((bucket, ord, _) -> distinct[bucket].add(texts.text(ord)));
            }
        };
    }

    private Leaf ids(BinaryDocValues ids) {
        return batch -> {
            for (int i = 0; i < batch.size; i++) {
                if (ids.advanceExact(batch.documents[i])) {
                    distinct[batch.buckets[i]].add(ids.binaryValue());
                }
            }
        };
    }

    @Override
    public AggregationResult result(int bucket) {
        return distinct[bucket].result();
    }
}
