// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/// Commits together what many threads write. The disk takes as long for one write as for a hundred, so that all that
/// come while it is busy go into the next commit, and nobody waits for more than two of them.
///
/// A write that fails takes back what it did and nobody else's. None returns before it is durable.
final class SharedCommits implements AutoCloseable {

    private final Jdbi jdbi;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private List<SharedWrite<?>> waiting = new ArrayList<>();
    private boolean closed;

    SharedCommits(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.thread = Thread.ofPlatform().name("state-writes").daemon().start(this::run);
    }

    /// Writes: all of it or nothing. A write within a write is a part of that.
    <T> T write(HandleCallback<T, StateException> work) {
        if (Thread.currentThread().equals(thread)) {
            return jdbi.inTransaction(work);
        }
        var write = new SharedWrite<>(work);
        add(write);
        return write.await();
    }

    private void add(SharedWrite<?> write) {
        lock.lock();
        try {
            if (closed) {
                throw new StateException.Unavailable("the database is closed");
            }
            waiting.add(write);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (List<SharedWrite<?>> taken = take(); !taken.isEmpty(); taken = take()) {
            commit(taken);
        }
    }

    /// All that wait; none once it is closed.
    private List<SharedWrite<?>> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            List<SharedWrite<?>> taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void commit(List<SharedWrite<?>> writes) {
        var commit = new FutureTask<>(() -> jdbi.inTransaction(handle -> {
            writes.forEach(write -> write.run(handle));
            return true;
        }));
        commit.run();
        if (commit.state() == Future.State.SUCCESS) {
            writes.forEach(SharedWrite::committed);
        } else {
            writes.forEach(write -> write.lost(commit.exceptionNow()));
        }
    }

    /// Commits what waits, and takes no more.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
