// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

import java.util.concurrent.atomic.AtomicInteger;

/// Halts this process when it comes to a step, without any of what a process does at its end. Safe for use by several
/// threads.
final class Halt {

    private static final int KILLED = 137;

    private final String step;
    private final AtomicInteger left;

    /// @param step the name of the step
    /// @param number at which of the times that it comes there, from 1
    Halt(String step, int number) {
        this.step = step;
        this.left = new AtomicInteger(number);
    }

    void at(Step here) {
        if (here.name().equals(step) && left.decrementAndGet() == 0) {
            now();
        }
    }

    static void now() {
        Runtime.getRuntime().halt(KILLED);
    }
}
