// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

/// Numbers that look drawn but are functions of what they are drawn for.
public final class Draws {

    private Draws() {}

    /// A draw for `what` out of another draw or a seed.
    public static long of(long from, long what) {
        long z = from + 0x9E3779B97F4A7C15L * (what + 1);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// A number from 0 to `bound` - 1.
    public static int below(int bound, long draw) {
        return (int) ((draw >>> 33) % bound);
    }
}
