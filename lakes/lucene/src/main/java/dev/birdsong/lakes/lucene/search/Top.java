// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/// How often each value came, and the most frequent of them.
final class Top<T> {

    private final int size;
    private final Budget budget;
    private final Map<T, long[]> counts = new HashMap<>();
    private long total;

    Top(int size, Budget budget) {
        this.size = size;
        this.budget = budget;
    }

    void add(T value, long count) {
        counts.computeIfAbsent(value, _ -> fresh())[0] += count;
        total += count;
    }

    private long[] fresh() {
        budget.spend();
        return new long[1];
    }

    /// The most frequent first, equal ones by value.
    AggregationResult result(Comparator<T> order, Function<T, SortValue> value) {
        Comparator<Map.Entry<T, long[]>> best = Comparator.<Map.Entry<T, long[]>>comparingLong(
                        entry -> -entry.getValue()[0])
                .thenComparing(Map.Entry.comparingByKey(order));
        var worstFirst = new PriorityQueue<>(best.reversed());
        for (Map.Entry<T, long[]> entry : counts.entrySet()) {
            worstFirst.add(entry);
            if (worstFirst.size() > size) {
                worstFirst.remove();
            }
        }
        List<Map.Entry<T, long[]>> top = new ArrayList<>(worstFirst);
        top.sort(best);
        List<Bucket> buckets = top.stream()
                .map(entry -> new Bucket(value.apply(entry.getKey()), entry.getValue()[0]))
                .toList();
        return new AggregationResult.Buckets(
                buckets, total - buckets.stream().mapToLong(Bucket::count).sum());
    }
}
