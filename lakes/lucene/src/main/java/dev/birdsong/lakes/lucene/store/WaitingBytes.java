// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Bounds the documents that wait to be written, by their bytes. First come, first served.
final class WaitingBytes {

    private final long most;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Condition less = lock.newCondition();
    private long waiting;

    WaitingBytes(long most) {
        this.most = most;
    }

    /// Waits for room; something larger than all the room waits until nothing else does.
    void take(long bytes) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            lock.lockInterruptibly();
            try {
                while (waiting > 0 && waiting + bytes > most) {
                    less.await();
                }
                waiting += bytes;
            } finally {
                lock.unlock();
            }
        } finally {
            turn.unlock();
        }
    }

    void give(long bytes) {
        lock.lock();
        try {
            waiting -= bytes;
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
