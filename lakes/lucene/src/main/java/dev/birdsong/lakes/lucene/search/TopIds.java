// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.record.FieldType;
import java.io.IOException;
import java.util.Comparator;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/// The most frequent ids: in one index no id comes twice.
final class TopIds implements Count {

    private final Top<BytesRef> top;

    TopIds(Top<BytesRef> top) {
        this.top = top;
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        BinaryDocValues ids = DocValues.getBinary(segment.reader(), Layout.ID);
        return document -> {
            if (ids.advanceExact(document)) {
                top.add(BytesRef.deepCopyOf(ids.binaryValue()), 1);
            }
        };
    }

    @Override
    public AggregationResult result() {
        return top.result(Comparator.naturalOrder(), bytes -> Values.text(FieldType.TEXT, bytes));
    }
}
