// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Two programs over the same records.
record Comparison(long records, List<Measured> floor, List<Measured> birdsong) {

    void print(PrintStream out) {
        out.println("| | floor, median (min to max) | birdsong, median (min to max) | birdsong / floor |");
        out.println("|---|---|---|---|");
        row(out, "records a second", one -> records / seconds(one));
        row(out, "CPU, microseconds a record", one -> one.cpu().toNanos() / 1e3 / records);
        row(out, "wall, seconds", Comparison::seconds);
        row(out, "peak memory, MB", Measured::peakMegabytes);
    }

    private void row(PrintStream out, String name, ToDoubleFunction<Measured> figure) {
        out.printf(
                "| %s | %s | %s | %.2f |%n",
                name,
                spread(floor, figure),
                spread(birdsong, figure),
                median(birdsong, figure) / median(floor, figure));
    }

    private static String spread(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        double[] sorted = sorted(runs, figure);
        return "%,.1f (%,.1f to %,.1f)".formatted(median(runs, figure), sorted[0], sorted[sorted.length - 1]);
    }

    private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        double[] sorted = sorted(runs, figure);
        return sorted[sorted.length / 2];
    }

    private static double[] sorted(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double seconds(Measured one) {
        return one.wall().toNanos() / 1e9;
    }
}
