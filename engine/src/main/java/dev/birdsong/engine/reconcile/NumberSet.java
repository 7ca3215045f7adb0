// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import java.util.Arrays;

/// A set of numbers in 16 to 32 bytes each. Used by one thread at a time.
final class NumberSet {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] table = new long[1 << 10];
    private boolean hasZero;
    private int size;

    /// Adds a number; whether it is new.
    boolean add(long number) {
        if (number == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int at = find(number);
        if (table[at] == number) {
            return false;
        }
        table[at] = number;
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        return true;
    }

    boolean contains(long number) {
        return number == 0 ? hasZero : table[find(number)] == number;
    }

    int size() {
        return hasZero ? size + 1 : size;
    }

    /// All of them, from the lowest to the highest.
    long[] sorted() {
        long[] all = new long[size()];
        int count = hasZero ? 1 : 0;
        for (long number : table) {
            if (number != 0) {
                all[count++] = number;
            }
        }
        Arrays.sort(all);
        return all;
    }

    private int find(long number) {
        int mask = table.length - 1;
        int at = (int) ((number * SPREAD) >>> 32) & mask;
        while (table[at] != 0 && table[at] != number) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] before = table;
        table = new long[before.length * 2];
        for (long number : before) {
            if (number != 0) {
                table[find(number)] = number;
            }
        }
    }
}
