// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.SearchLimits;

/// How many different values one search may still keep in memory.
final class Budget {

    private int left;

    private Budget(int left) {
        this.left = left;
    }

    /// Of a search.
    static Budget ofSearch() {
        return new Budget(SearchLimits.VALUES);
    }

    /// Of what is counted for a moment, of which there cannot be more than records.
    static Budget endless() {
        return new Budget(Integer.MAX_VALUE);
    }

    /// Takes room for one more.
    void spend() {
        left--;
        if (left < 0) {
            throw SearchLimits.tooManyValues();
        }
    }

    /// Gives room back.
    void release(int values) {
        left += values;
    }
}
