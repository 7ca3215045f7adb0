// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.record.FieldType;
import java.io.IOException;
import java.util.Comparator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;

/// The most frequent numbers.
final class TopNumbers implements Count {

    private final String column;
    private final FieldType type;
    private final Top<Long> top;

    TopNumbers(String column, FieldType type, Top<Long> top) {
        this.column = column;
        this.type = type;
        this.top = top;
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        SortedNumericDocValues numbers = DocValues.getSortedNumeric(segment.reader(), column);
        return document -> {
            if (numbers.advanceExact(document)) {
                addDistinct(numbers);
            }
        };
    }

    /// Numbers come in order, so equal ones follow each other.
    private void addDistinct(SortedNumericDocValues numbers) throws IOException {
        long last = 0;
        for (int i = 0; i < numbers.docValueCount(); i++) {
            long number = numbers.nextValue();
            if (i == 0 || number != last) {
                top.add(number, 1);
            }
            last = number;
        }
    }

    @Override
    public AggregationResult result() {
        return top.result(Comparator.naturalOrder(), number -> FieldReader.number(type, number));
    }
}
