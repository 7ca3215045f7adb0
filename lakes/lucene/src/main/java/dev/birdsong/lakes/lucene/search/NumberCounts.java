// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.util.Arrays;

/// How often each number came: a hash table of two arrays, since a map of objects costs more than reading the column.
final class NumberCounts {

    private static final int FEWEST = 16;

    private final Budget budget;
    private long[] numbers = new long[FEWEST];
    private long[] counts = new long[FEWEST];
    private int size;

    /// Takes a number and how often it came.
    @FunctionalInterface
    interface Each {
        void take(long number, long count);
    }

    NumberCounts(Budget budget) {
        this.budget = budget;
    }

    void add(long number, long count) {
        int place = place(number);
        if (counts[place] == 0) {
            budget.spend();
            numbers[place] = number;
            size++;
        }
        counts[place] += count;
        if (size * 2 > numbers.length) {
            grow();
        }
    }

    int size() {
        return size;
    }

    void each(Each taker) {
        for (int place = 0; place < numbers.length; place++) {
            if (counts[place] > 0) {
                taker.take(numbers[place], counts[place]);
            }
        }
    }

    long count(long number) {
        return counts[place(number)];
    }

    /// All that came, in order.
    long[] numbers() {
        long[] all = new long[size];
        int next = 0;
        for (int place = 0; place < numbers.length; place++) {
            if (counts[place] > 0) {
                all[next] = numbers[place];
                next++;
            }
        }
        Arrays.sort(all);
        return all;
    }

    private int place(long number) {
        long hash = number * 0x9e3779b97f4a7c15L;
        int place = (int) (hash >>> 32) & (numbers.length - 1);
        while (counts[place] > 0 && numbers[place] != number) {
            place = (place + 1) & (numbers.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] known = numbers;
        long[] often = counts;
        numbers = new long[known.length * 2];
        counts = new long[known.length * 2];
        for (int i = 0; i < known.length; i++) {
            if (often[i] > 0) {
                int place = place(known[i]);
                numbers[place] = known[i];
                counts[place] = often[i];
            }
        }
    }
}
