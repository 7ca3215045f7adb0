// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.record.FieldType;
import java.io.IOException;
import java.util.Comparator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/// The most frequent texts or addresses: counted by number in each segment, by value over all of them.
final class TopTexts implements Count {

    private final String column;
    private final FieldType type;
    private final Top<BytesRef> top;

    TopTexts(String column, FieldType type, Top<BytesRef> top) {
        this.column = column;
        this.type = type;
        this.top = top;
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        SortedSetDocValues texts = DocValues.getSortedSet(segment.reader(), column);
        var counts = new int[Math.toIntExact(texts.getValueCount())];
        return new Leaf() {
            @Override
            public void collect(int document) throws IOException {
                if (texts.advanceExact(document)) {
                    for (int i = 0; i < texts.docValueCount(); i++) {
                        counts[(int) texts.nextOrd()]++;
                    }
                }
            }

            @Override
            public void finish() throws IOException {
                for (int ord = 0; ord < counts.length; ord++) {
                    if (counts[ord] > 0) {
                        top.add(BytesRef.deepCopyOf(texts.lookupOrd(ord)), counts[ord]);
                    }
                }
            }
        };
    }

    @Override
    public AggregationResult result() {
        return top.result(Comparator.naturalOrder(), bytes -> Values.text(type, bytes));
    }
}
