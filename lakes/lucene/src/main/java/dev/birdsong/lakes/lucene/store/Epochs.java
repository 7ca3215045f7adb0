// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.LakeException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Where writing and committing meet. A thread that writes holds [#writing]; a commit begins, and a failure is
/// dealt with, under [#alone], while nobody writes.
final class Epochs {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile int begun;
    private volatile int published;
    private volatile int failures;
    private volatile Optional<LakeException> failure = Optional.empty();
    private volatile boolean readable = true;

    Lock writing() {
        return lock.readLock();
    }

    Lock alone() {
        return lock.writeLock();
    }

    /// The commit that what is written now belongs to, at the latest.
    int current() {
        return begun;
    }

    /// What was written up to this commit is visible.
    int published() {
        return published;
    }

    /// How often the lake has failed.
    int failures() {
        return failures;
    }

    Optional<LakeException> failure() {
        return failure;
    }

    /// Whether what is on disk is what readers see, but for what [RecentStates] knows.
    boolean isReadable() {
        return readable;
    }

    /// A commit begins.
    ///
    /// @return its number
    int begin() {
        int beginning = begun;
        begun = beginning + 1;
        return beginning;
    }

    void publish(int commit) {
        published = commit + 1;
    }

    /// Everything that was not committed is lost, and all writers have been told.
    void fail(LakeException reason) {
        failure = Optional.of(reason);
        int before = failures;
        failures = before + 1;
        published = begin() + 1;
        readable = false;
    }

    void recover() {
        readable = true;
    }
}
