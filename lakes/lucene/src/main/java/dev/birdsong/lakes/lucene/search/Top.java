// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

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

    private final Map<T, Long> counts = new HashMap<>();

    void add(T value, long count) {
        counts.merge(value, count, Long::sum);
    }

    boolean has(T value) {
        return counts.containsKey(value);
    }

    /// The most frequent first, equal ones by value.
    List<Bucket> buckets(int size, Comparator<T> order, Function<T, SortValue> value) {
        Comparator<Map.Entry<T, Long>> best =
                Map.Entry.<T, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey(order));
        var worstFirst = new PriorityQueue<>(best.reversed());
        for (Map.Entry<T, Long> entry : counts.entrySet()) {
            worstFirst.add(entry);
            if (worstFirst.size() > size) {
                worstFirst.remove();
            }
        }
        List<Map.Entry<T, Long>> top = new ArrayList<>(worstFirst);
        top.sort(best);
        return top.stream()
                .map(entry -> new Bucket(value.apply(entry.getKey()), entry.getValue()))
                .toList();
    }
}
