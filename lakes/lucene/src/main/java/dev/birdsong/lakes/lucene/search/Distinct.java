// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.SortValue;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// How many different values there are. Of values, those are kept whose hash ends in as many zero bits as there must
/// be for them to be few: half of all, a quarter, and so on. Until then the count is exact.
final class Distinct {

    private final Budget budget;
    private final Set<Long> kept = new HashSet<>();
    private int zeroBits;

    Distinct(Budget budget) {
        this.budget = budget;
    }

    /// One for each bucket.
    static Distinct[] inEach(int buckets, Budget budget) {
        return IntStream.range(0, buckets).mapToObj(_ -> new Distinct(budget)).toArray(Distinct[]::new);
    }

    void add(long number) {
        keep(mixed(number));
    }

    void add(BytesRef text) {
        keep(StringHelper.murmurhash3_x64_128(text)[0]);
    }

    private void keep(long hash) {
        if (isKept(hash) && kept.add(hash)) {
            budget.spend();
            while (kept.size() > Aggregation.Cardinality.EXACT) {
                keepFewer();
            }
        }
    }

    long count() {
        return (long) kept.size() << zeroBits;
    }

    AggregationResult result() {
        return new AggregationResult.Measured(new SortValue.Whole(count()));
    }

    private void keepFewer() {
        int before = kept.size();
        zeroBits++;
        kept.removeIf(hash -> !isKept(hash));
        budget.release(before - kept.size());
    }

    private boolean isKept(long hash) {
        return Long.numberOfTrailingZeros(hash) >= zeroBits;
    }

    /// The end of Steele's SplitMix64: every bit of the outcome depends on every bit of what goes in.
    private static long mixed(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
