// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.FieldType;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.NumericUtils;

/// The most frequent numbers.
final class TopNumbers implements Count {

    private final String column;
    private final FieldType type;
    private final int size;
    private final Top<Long> top = new Top<>();

    TopNumbers(String column, FieldType type, int size) {
        this.column = column;
        this.type = type;
        this.size = size;
    }

    @Override
    public Leaf leaf(LeafReaderContext segment) throws IOException {
        SortedNumericDocValues numbers = DocValues.getSortedNumeric(segment.reader(), column);
        return new Leaf() {
            @Override
            public void collect(int document) throws IOException {
                if (numbers.advanceExact(document)) {
                    addDistinct(numbers);
                }
            }

            @Override
            public void finish() {}
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
    public List<Bucket> buckets() {
        return top.buckets(size, Comparator.naturalOrder(), this::value);
    }

    /// Numbers with a fraction are kept as whole ones of the same order.
    private SortValue value(long number) {
        return type == FieldType.DOUBLE
                ? new SortValue.Decimal(NumericUtils.sortableLongToDouble(number))
                : new SortValue.Whole(number);
    }
}
