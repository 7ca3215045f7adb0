// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.soak;

import java.util.Arrays;

/// A bag of facts, each as 64 bits of it, so that many millions can be compared. Used by one thread.
final class Hashes {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] values = new long[1 << 16];
    private int size;
    private boolean isSorted;

    void add(String kind, String said) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = hash(said, hash(kind, 1));
        isSorted = false;
    }

    private static long hash(String text, long seed) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    int size() {
        return size;
    }

    /// How many facts of another bag this one lacks; one that it has less often counts by how much.
    long lacking(Hashes other) {
        sort();
        other.sort();
        long lacking = 0;
        int here = 0;
        for (int there = 0; there < other.size; there++) {
            while (here < size && values[here] < other.values[there]) {
                here++;
            }
            if (here < size && values[here] == other.values[there]) {
                here++;
            } else {
                lacking++;
            }
        }
        return lacking;
    }

    /// How many are there once more.
    long repeated() {
        sort();
        long repeated = 0;
        for (int i = 1; i < size; i++) {
            repeated += values[i] == values[i - 1] ? 1 : 0;
        }
        return repeated;
    }

    private void sort() {
        if (!isSorted) {
            Arrays.sort(values, 0, size);
            isSorted = true;
        }
    }
}
