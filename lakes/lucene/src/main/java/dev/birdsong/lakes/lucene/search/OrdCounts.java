// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;

/// How often each text of one segment came, in each bucket. Where that would be a large table, only what came is kept.
final class OrdCounts implements TextColumn.Each {

    /// A larger table takes longer to look through than few hits take to be found again.
    private static final int LARGEST = 1 << 16;

    private final int ords;
    private final int[] table;
    private final NumberCounts few = new NumberCounts(Budget.endless());

    /// Takes how often a text came.
    @FunctionalInterface
    interface Each {
        void take(int bucket, int ord, int count) throws IOException;
    }

    OrdCounts(int ords, int buckets) {
        this.ords = ords;
        boolean isSmall = buckets == 1 || (long) ords * buckets <= LARGEST;
        this.table = new int[isSmall ? ords * buckets : 0];
    }

    @Override
    public void take(int document, int bucket, int ord) {
        if (table.length > 0) {
            table[bucket * ords + ord]++;
        } else {
            few.add((long) bucket * ords + ord, 1);
        }
    }

    /// By bucket, and within it in the order of the texts, which are read from front to back.
    void each(Each taker) throws IOException {
        for (int place = 0; place < table.length; place++) {
            if (table[place] > 0) {
                taker.take(place / ords, place % ords, table[place]);
            }
        }
        for (long place : few.numbers()) {
            taker.take((int) (place / ords), (int) (place % ords), (int) few.count(place));
        }
    }
}
