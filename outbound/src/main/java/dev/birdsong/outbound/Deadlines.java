// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.outbound.OutboundException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends what takes too long, though bytes may still trickle in: the head of an answer.
final class Deadlines implements AutoCloseable {

    private final Duration patience;
    private final ScheduledThreadPoolExecutor timer;

    Deadlines(Duration patience) {
        this.patience = patience;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("outbound-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /// What the work brings, if it is done in time.
    <T> T within(Runnable cancel, Work<T> work) throws IOException {
        AtomicBoolean over = new AtomicBoolean();
        ScheduledFuture<?> end = timer.schedule(
                () -> {
                    over.set(true);
                    cancel.run();
                },
                patience.toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            return work.run();
        } catch (IOException failure) {
            throw over.get() ? late(failure) : failure;
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private IOException late(IOException failure) {
        OutboundException late = new OutboundException(
                OutboundException.Kind.TIMED_OUT, "its answer did not begin within " + patience.toSeconds() + " s");
        late.initCause(failure);
        return late;
    }

    /// What may take too long.
    interface Work<T> {

        T run() throws IOException;
    }
}
