// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.PutResult;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A put on its way to the disk: counts what became of its records, and is told when they are durable.
final class Put implements Acknowledgement {

    private final int startedAfter;
    private final Waiters waiters;
    private final AtomicInteger parts = new AtomicInteger(1);
    private final AtomicReference<PutResult> result = new AtomicReference<>(PutResult.NONE);
    private final AtomicReference<Optional<LakeException>> failure = new AtomicReference<>(Optional.empty());
    private final CountDownLatch done = new CountDownLatch(1);

    /// @param startedAfter how often the lake had failed before
    Put(int startedAfter, Waiters waiters) {
        this.startedAfter = startedAfter;
        this.waiters = waiters;
    }

    int startedAfter() {
        return startedAfter;
    }

    void addPart() {
        parts.incrementAndGet();
    }

    /// Ends a part, or the handing over of parts.
    ///
    /// @return whether that was the last one
    boolean endPart(PutResult counted) {
        result.accumulateAndGet(counted, PutResult::plus);
        return parts.decrementAndGet() == 0;
    }

    boolean hasFailed() {
        return failure.get().isPresent();
    }

    /// Notes that the records will not be durable; the first reason counts.
    void fail(LakeException reason) {
        failure.compareAndSet(Optional.empty(), Optional.of(reason));
    }

    /// Tells whoever waits.
    void finish() {
        done.countDown();
    }

    @Override
    public boolean isDone() {
        return done.getCount() == 0;
    }

    @Override
    public PutResult await() throws InterruptedException {
        if (!isDone()) {
            waiters.enter();
            try {
                done.await();
            } finally {
                waiters.leave();
            }
        }
        Optional<LakeException> failed = failure.get();
        if (failed.isPresent()) {
            throw new LakeException(String.valueOf(failed.get().getMessage()), failed.get());
        }
        return result.get();
    }

    /// Knows whether someone waits.
    interface Waiters {
        void enter();

        void leave();
    }
}
