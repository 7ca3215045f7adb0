// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.TestListener;
import dev.birdsong.spi.connector.TestReport;
import dev.birdsong.spi.connector.TestStep;
import dev.birdsong.spi.connector.TestStep.Result;
import dev.birdsong.spi.time.MonotonicClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;

/// The steps of a test, done and still to do. Safe for use by the thread that tests and one that ends the test.
final class TestSteps {

    private final Queue<String> ahead;
    private final List<TestStep> done = new ArrayList<>();
    private final TestListener listener;
    private final MonotonicClock clock;
    private long since;

    TestSteps(Collection<String> names, TestListener listener, MonotonicClock clock) {
        this.ahead = new ArrayDeque<>(names);
        this.listener = listener;
        this.clock = clock;
        this.since = clock.nanos();
    }

    /// How the next step went. After the end of the test, nothing.
    synchronized void next(Result result, String detail) {
        if (!ahead.isEmpty()) {
            long now = clock.nanos();
            TestStep step = new TestStep(ahead.remove(), result, detail, Duration.ofNanos(now - since));
            since = now;
            done.add(step);
            listener.stepped(step);
        }
    }

    /// Passes the steps in front of one of this name.
    synchronized void passTo(String name) {
        while (!name.equals(ahead.peek()) && ahead.contains(name)) {
            next(Result.PASSED, "");
        }
    }

    synchronized TestReport success() {
        return new TestReport.Success(done);
    }

    /// The next step failed, and the test ends.
    synchronized TestReport failure(CollectException failure) {
        next(Result.FAILED, String.valueOf(failure.getMessage()));
        while (!ahead.isEmpty()) {
            next(Result.SKIPPED, "");
        }
        return new TestReport.Failure(done, failure);
    }
}
