// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// Asks one kind of search often, and prints a line: wall clock, and processor time of the whole process.
record SearchMeasuring(int times, String only) {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    void head() {
        System.out.println("| search | median ms | p95 ms | longest ms | CPU ms | hits |");
        System.out.println("|---|---|---|---|---|---|");
    }

    /// Processor time of this process.
    static long cpuNanos() {
        return MACHINE.getProcessCpuTime();
    }

    void search(Searches.Kind kind) {
        if (!kind.name().contains(only)) {
            return;
        }
        int asked = Math.max(1, times / kind.slowness());
        for (int i = 0; i < asked; i++) {
            long _ = kind.ask().getAsLong();
        }
        var micros = new long[asked];
        long hits = 0;
        long cpu = cpuNanos();
        for (int i = 0; i < asked; i++) {
            long began = System.nanoTime();
            hits += kind.ask().getAsLong();
            micros[i] = (System.nanoTime() - began) / 1_000;
        }
        long spent = (cpuNanos() - cpu) / asked / 1_000;
        Arrays.sort(micros);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f | %.1f | %,d |%n",
                kind.name(),
                micros[asked / 2] / 1e3,
                micros[asked * 95 / 100] / 1e3,
                micros[asked - 1] / 1e3,
                spent / 1e3,
                hits / asked);
    }
}
