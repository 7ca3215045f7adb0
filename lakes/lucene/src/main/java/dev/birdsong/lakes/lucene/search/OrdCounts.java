// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// How often each text of one segment came, in each bucket. Where that would be a large table, only what came is kept.
final class OrdCounts implements TextColumn.Each {

    private static final long LARGEST = 1 << 20;

    private final int ords;
    private final int[] table;
    private final Map<Long, int[]> few = new HashMap<>();

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
            few.computeIfAbsent((long) bucket * ords + ord, _ -> new int[1])[0]++;
        }
    }

    void each(Each taker) throws IOException {
        for (int place = 0; place < table.length; place++) {
            if (table[place] > 0) {
                taker.take(place / ords, place % ords, table[place]);
            }
        }
        for (Map.Entry<Long, int[]> entry : few.entrySet()) {
            long place = entry.getKey();
            taker.take((int) (place / ords), (int) (place % ords), entry.getValue()[0]);
        }
    }
}
