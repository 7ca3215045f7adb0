// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;

/// Leaves out numbers that a hit has already had: they come in order, so equal ones follow each other.
final class DistinctInHit implements NumberColumn.Each {

    private final Taker taker;
    private long last;

    /// Takes a number that the hit did not have before.
    @FunctionalInterface
    interface Taker {
        void take(int document, int bucket, long number) throws IOException;
    }

    DistinctInHit(Taker taker) {
        this.taker = taker;
    }

    @Override
    public void take(int document, int bucket, long number, boolean isRepeated) throws IOException {
        if (!isRepeated || number != last) {
            taker.take(document, bucket, number);
        }
        last = number;
    }
}
