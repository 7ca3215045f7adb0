// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

/// Some hits of one segment in order, each with the bucket that it is counted into. Counting takes many at once, so
/// that
/// each column is read in one loop.
final class Batch {

    static final int SIZE = 2_048;

    final int[] documents = new int[SIZE];
    final int[] buckets = new int[SIZE];
    int size;

    boolean isFull() {
        return size == SIZE;
    }

    void add(int document, int bucket) {
        documents[size] = document;
        buckets[size] = bucket;
        size++;
    }
}
