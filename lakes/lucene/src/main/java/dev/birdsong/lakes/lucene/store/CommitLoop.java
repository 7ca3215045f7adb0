// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.PutResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Decides when to commit. Many puts share one commit: it starts when someone waits and nothing else is being put,
/// or when the last one began long enough ago.
final class CommitLoop implements Put.Waiters, Runnable {

    private final Epochs epochs;
    private final Commits commits;
    private final long interval;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Runnable> errands = new ArrayList<>();
    private List<Put> written = new ArrayList<>();
    private Optional<Throwable> failure = Optional.empty();
    private int beingPut;
    private int waiting;
    private long lastBegan = System.nanoTime();
    private boolean closing;

    CommitLoop(Epochs epochs, Commits commits, Duration interval) {
        this.epochs = epochs;
        this.commits = commits;
        this.interval = interval.toNanos();
    }

    /// A put begins.
    Put begin() {
        lock.lock();
        try {
            if (beingPut == 0) {
                commits.endPause();
            }
            beingPut++;
            return new Put(epochs.failures(), this);
        } finally {
            lock.unlock();
        }
    }

    /// A part of a put was written, or all of them were handed over.
    void ended(Put put, PutResult counted) {
        if (!put.endPart(counted)) {
            return;
        }
        lock.lock();
        try {
            beingPut--;
            written.add(put);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Something could not be written.
    void failed(Put put, Throwable cause) {
        put.fail(commits.reason(cause));
        lock.lock();
        try {
            failure = failure.isPresent() ? failure : Optional.of(cause);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Runs something between two commits, soon.
    void run(Runnable errand) {
        lock.lock();
        try {
            errands.add(errand);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void enter() {
        count(1);
    }

    @Override
    public void leave() {
        count(-1);
    }

    private void count(int more) {
        lock.lock();
        try {
            waiting += more;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the loop after a last commit.
    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            more = awaitDue();
            takeErrands().forEach(Runnable::run);
            Optional<Throwable> failed = takeFailure();
            if (failed.isPresent()) {
                commits.recover(failed.get(), this::takeWritten);
            } else {
                commits.commit(this::takeWritten);
            }
        }
    }

    /// @return whether the loop goes on afterwards
    private boolean awaitDue() {
        lock.lock();
        try {
            while (!isDue()) {
                changed.awaitNanos(written.isEmpty() ? TimeUnit.HOURS.toNanos(1) : untilDue());
            }
            lastBegan = System.nanoTime();
            return !closing;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue() {
        boolean wanted = !written.isEmpty() && ((waiting > 0 && beingPut == 0) || untilDue() <= 0);
        return wanted || closing || failure.isPresent() || !errands.isEmpty();
    }

    private long untilDue() {
        return lastBegan + interval - System.nanoTime();
    }

    private List<Put> takeWritten() {
        lock.lock();
        try {
            List<Put> taken = written;
            written = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Throwable> takeFailure() {
        lock.lock();
        try {
            Optional<Throwable> taken = failure;
            failure = Optional.empty();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private List<Runnable> takeErrands() {
        lock.lock();
        try {
            List<Runnable> taken = List.copyOf(errands);
            errands.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
