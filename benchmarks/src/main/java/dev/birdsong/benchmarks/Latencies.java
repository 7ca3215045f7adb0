// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// How long a call took, several times.
///
/// @param millis the shortest first
record Latencies(List<Long> millis) {

    static Latencies of(int times, IntConsumer call) {
        IntToLongFunction timed = round -> {
            long began = System.nanoTime();
            call.accept(round);
            return (System.nanoTime() - began) / 1_000_000;
        };
        return new Latencies(
                IntStream.range(0, times).mapToLong(timed).sorted().boxed().toList());
    }

    void print(String what) {
        System.out.printf(
                "%s: median %d ms, longest %d ms of %d%n",
                what, millis.get(millis.size() / 2), millis.getLast(), millis.size());
    }
}
