// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.util.ArrayList;
import java.util.List;

/// Says fast and almost always that an id is new: a Bloom filter that grows, about two bytes an id. Most records of
/// a back-fill are new, and asking every segment for each of them would cost a third of the whole put.
///
/// Used by one thread at a time.
final class KnownIds {

    private static final int PROBES = 4;
    private static final int BITS_PER_ID = 8;
    private static final int SMALLEST = 1 << 13;

    private final List<long[]> filters = new ArrayList<>();
    private int room;

    KnownIds() {}

    /// Knows what another one knows now, and shares its memory. Nothing may be noted there afterwards.
    KnownIds(KnownIds earlier) {
        filters.addAll(earlier.filters);
    }

    /// Notes an id.
    void add(long hash) {
        if (room == 0) {
            int capacity = filters.isEmpty()
                    ? SMALLEST
                    : Math.min(filters.getLast().length * Long.SIZE / BITS_PER_ID * 2, 1 << 24);
            filters.add(new long[capacity * BITS_PER_ID / Long.SIZE]);
            room = capacity;
        }
        room--;
        set(filters.getLast(), hash);
    }

    /// False only if the id was never noted.
    boolean mayContain(long hash) {
        for (long[] filter : filters) {
            if (isSet(filter, hash)) {
                return true;
            }
        }
        return false;
    }

    /// Spreads an id over 64 bits.
    static long hash(CharSequence id) {
        long hash = 1;
        for (int i = 0; i < id.length(); i++) {
            hash = hash * 0x5851f42d4c957f2dL + id.charAt(i);
        }
        return spread(hash);
    }

    /// Spreads a number over 64 bits.
    static long spread(long number) {
        long hash = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    private static void set(long[] filter, long hash) {
        int step = (int) (hash >>> 32) | 1;
        int at = (int) hash;
        for (int i = 0; i < PROBES; i++, at += step) {
            filter[word(filter, at)] |= 1L << at;
        }
    }

    private static boolean isSet(long[] filter, long hash) {
        int step = (int) (hash >>> 32) | 1;
        int at = (int) hash;
        for (int i = 0; i < PROBES; i++, at += step) {
            if ((filter[word(filter, at)] & (1L << at)) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int word(long[] filter, int at) {
        return (at >>> 6) & (filter.length - 1);
    }
}
