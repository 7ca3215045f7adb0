// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;

/// How long one kind of call took, many times, on whatever threads.
final class Latencies {

    private final Queue<Long> micros = new ConcurrentLinkedQueue<>();

    /// Calls so many times, one after the other.
    void measure(int times, IntConsumer call) {
        for (int round = 0; round < times; round++) {
            int each = round;
            measure(() -> call.accept(each));
        }
    }

    /// Calls once.
    void measure(Runnable call) {
        long began = System.nanoTime();
        call.run();
        micros.add((System.nanoTime() - began) / 1_000);
    }

    void print(String what) {
        List<Long> sorted = micros.stream().sorted().toList();
        System.out.printf(
                "%-16s median %7.1f ms, p99 %7.1f ms, longest %7.1f ms of %d%n",
                what,
                sorted.get(sorted.size() / 2) / 1e3,
                sorted.get(sorted.size() * 99 / 100) / 1e3,
                sorted.getLast() / 1e3,
                sorted.size());
    }
}
