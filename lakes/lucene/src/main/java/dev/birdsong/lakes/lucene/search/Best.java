// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/// The most frequent of some values, equally frequent ones by value upwards.
final class Best<T> {

    private final int size;
    private final Comparator<Counted<T>> order;
    private final PriorityQueue<Counted<T>> worstFirst;
    private long total;

    private record Counted<T>(T value, long count) {}

    Best(int size, Comparator<T> byValue) {
        this.size = size;
        this.order =
                Comparator.<Counted<T>>comparingLong(Counted::count).reversed().thenComparing(Counted::value, byValue);
        this.worstFirst = new PriorityQueue<>(order.reversed());
    }

    /// Takes a value, each once.
    void offer(T value, long count) {
        total += count;
        var counted = new Counted<>(value, count);
        if (worstFirst.size() < size) {
            worstFirst.add(counted);
        } else if (order.compare(counted, worstFirst.element()) < 0) {
            worstFirst.remove();
            worstFirst.add(counted);
        }
    }

    AggregationResult result(Function<T, SortValue> shown) {
        List<Counted<T>> best = new ArrayList<>(worstFirst);
        best.sort(order);
        List<Bucket> buckets = best.stream()
                .map(counted -> new Bucket(shown.apply(counted.value()), counted.count()))
                .toList();
        return new AggregationResult.Buckets(
                buckets, total - buckets.stream().mapToLong(Bucket::count).sum());
    }
}
