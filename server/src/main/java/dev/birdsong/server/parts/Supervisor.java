// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does again and again what a server does beside answering, and goes on whatever fails.
public final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final int THREADS = 2;
    private static final long PATIENCE_SECONDS = 5;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().name("background-", 1).daemon().factory());

    /// The threads themselves, for what is short and cannot fail.
    public ScheduledExecutorService threads() {
        return threads;
    }

    /// Does this after each such time.
    ///
    /// @param what it is, for the log
    public void every(Duration time, String what, Runnable task) {
        threads.scheduleWithFixedDelay(
                () -> supervised(what, task), time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("IllegalCatch") // the one place that catches the unexpected: the next turn starts afresh
    private static void supervised(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("task", what).setCause(e).log("a background task failed; it is tried again");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
