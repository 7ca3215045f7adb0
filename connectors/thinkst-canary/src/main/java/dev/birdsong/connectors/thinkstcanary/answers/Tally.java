// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

/// Counts equal hashes of 128 bits, in 20 bytes each: an incident may have any number of events.
final class Tally {

    private static final int START = 64;

    private long[] keys = new long[2 * START];
    private int[] counts = new int[START];
    private int used;

    /// How often this hash was counted before.
    int count(Hash hash) {
        return count(hash.high(), hash.low());
    }

    private int count(long high, long low) {
        int slot = slot(keys, counts, high, low);
        if (counts[slot] == 0) {
            keys[2 * slot] = high;
            keys[2 * slot + 1] = low;
            used++;
        }
        int before = counts[slot]++;
        if (2 * used > counts.length) {
            grow();
        }
        return before;
    }

    private static int slot(long[] keys, int[] counts, long high, long low) {
        int mask = counts.length - 1;
        int slot = (int) low & mask;
        while (counts[slot] > 0 && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] moreKeys = new long[2 * keys.length];
        int[] moreCounts = new int[2 * counts.length];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                int slot = slot(moreKeys, moreCounts, keys[2 * i], keys[2 * i + 1]);
                moreKeys[2 * slot] = keys[2 * i];
                moreKeys[2 * slot + 1] = keys[2 * i + 1];
                moreCounts[slot] = counts[i];
            }
        }
        keys = moreKeys;
        counts = moreCounts;
    }
}
