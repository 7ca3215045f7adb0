// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What a process had over time. Used by one thread.
final class Samples {

    private static final double HOUR = 3_600;

    private final List<Sample> all = new ArrayList<>();

    void add(Sample sample) {
        all.add(sample);
    }

    int size() {
        return all.size();
    }

    /// A row of a table: the least, the most, the last, and by how much it grows in an hour.
    String row(String what, ToDoubleFunction<Sample> value) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %+.1f |",
                what,
                all.stream().mapToDouble(value).min().orElse(0),
                all.stream().mapToDouble(value).max().orElse(0),
                all.isEmpty() ? 0 : value.applyAsDouble(all.getLast()),
                slope(value) * HOUR);
    }

    /// By least squares, a second.
    private double slope(ToDoubleFunction<Sample> value) {
        double time = all.stream().mapToDouble(Sample::seconds).average().orElse(0);
        double mean = all.stream().mapToDouble(value).average().orElse(0);
        double up = all.stream()
                .mapToDouble(one -> (one.seconds() - time) * (value.applyAsDouble(one) - mean))
                .sum();
        double across = all.stream()
                .mapToDouble(one -> (one.seconds() - time) * (one.seconds() - time))
                .sum();
        return across == 0 ? 0 : up / across;
    }
}
