// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.record.FieldType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/// The most frequent texts or addresses: counted by number in each segment, by value over all of them.
final class TopTexts implements Tally {

    private final String column;
    private final FieldType type;
    private final int size;
    private final Budget budget;
    private final List<Map<BytesRef, long[]>> counts = new ArrayList<>();

    TopTexts(String column, FieldType type, int size, int buckets, Budget budget) {
        this.column = column;
        this.type = type;
        this.size = size;
        this.budget = budget;
        for (int bucket = 0; bucket < buckets; bucket++) {
            counts.add(new HashMap<>());
        }
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        if (column.equals(Layout.ID)) {
            return ids(DocValues.getBinary(segment.reader(), column));
        }
        var texts = new TextColumn(segment, column);
        var inSegment = new OrdCounts(texts.count(), counts.size());
        return new Leaf() {
            @Override
            public void collect(Batch batch) throws IOException {
                texts.read(batch, inSegment);
            }

            @Override
            public void finish() throws IOException {
                inSegment.each((bucket, ord, count) -> add(bucket, texts.text(ord), count));
            }
        };
    }

    /// In one index no id comes twice.
    private Leaf ids(BinaryDocValues ids) {
        return batch -> {
            for (int i = 0; i < batch.size; i++) {
                if (ids.advanceExact(batch.documents[i])) {
                    add(batch.buckets[i], ids.binaryValue(), 1);
                }
            }
        };
    }

    private void add(int bucket, BytesRef text, long count) {
        long[] known = counts.get(bucket).get(text);
        if (known == null) {
            budget.spend();
            known = new long[1];
            counts.get(bucket).put(BytesRef.deepCopyOf(text), known);
        }
        known[0] += count;
    }

    @Override
    public AggregationResult result(int bucket) {
        var best = new Best<BytesRef>(size, Comparator.naturalOrder());
        counts.get(bucket).forEach((text, count) -> best.offer(text, count[0]));
        return best.result(text -> Values.text(type, text));
    }
}
