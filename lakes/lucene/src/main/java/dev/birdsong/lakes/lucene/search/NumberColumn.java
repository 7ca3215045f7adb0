// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.jspecify.annotations.Nullable;

/// The numbers of a listed field in one segment, as they are stored. Where no record has several, a batch is read at
/// once.
final class NumberColumn {

    /// No field has this number.
    private static final long MISSING = Long.MIN_VALUE;

    private final SortedNumericDocValues all;
    private final @Nullable NumericDocValues single;
    private final long[] numbers = new long[Batch.SIZE];

    /// Takes a number of a hit that is counted into a bucket.
    @FunctionalInterface
    interface Each {

        /// Takes one.
        ///
        /// @param isRepeated whether the number before it was one of the same hit
        void take(int document, int bucket, long number, boolean isRepeated) throws IOException;
    }

    NumberColumn(LeafReaderContext segment, String column) throws IOException {
        this.all = DocValues.getSortedNumeric(segment.reader(), column);
        this.single = DocValues.unwrapSingleton(all);
    }

    /// Hands over every number; those of one hit in order, equal ones too.
    void read(Batch batch, Each each) throws IOException {
        if (single != null) {
            single.longValues(batch.size, batch.documents, numbers, MISSING);
            for (int i = 0; i < batch.size; i++) {
                if (numbers[i] != MISSING) {
                    each.take(batch.documents[i], batch.buckets[i], numbers[i], false);
                }
            }
            return;
        }
        for (int i = 0; i < batch.size; i++) {
            int count = all.advanceExact(batch.documents[i]) ? all.docValueCount() : 0;
            for (int value = 0; value < count; value++) {
                each.take(batch.documents[i], batch.buckets[i], all.nextValue(), value > 0);
            }
        }
    }
}
