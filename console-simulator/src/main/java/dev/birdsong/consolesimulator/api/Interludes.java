// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What is to happen between two requests of the API. Safe for use by several threads.
public final class Interludes {

    private final List<Interlude> waiting = new ArrayList<>();

    private record Interlude(AtomicInteger left, String path, Runnable act) {

        boolean isDue(String asked) {
            return asked.contains(path) && left.decrementAndGet() == 0;
        }
    }

    /// Lets something happen before a request is answered: the `number`th of those whose path contains `path`.
    public void add(int number, String path, Runnable act) {
        synchronized (waiting) {
            waiting.add(new Interlude(new AtomicInteger(number), path, act));
        }
    }

    /// A request for this path has come.
    public void before(String path) {
        List<Interlude> due;
        synchronized (waiting) {
            due = waiting.stream().filter(one -> one.isDue(path)).toList();
            waiting.removeAll(due);
        }
        due.forEach(one -> one.act().run());
    }
}
