// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.SearchRefusedException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads on platform threads: who asks may be a virtual one, which a page fault in a mapped file would pin.
public final class PlatformThreads implements AutoCloseable {

    private final ExecutorService threads;

    public PlatformThreads(int count) {
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("lake-read-", 0).daemon().factory());
    }

    /// Reads and waits for the answer.
    ///
    /// @throws LakeException if it cannot be had
    public <T> T call(Callable<T> read) {
        Answer<T> answer = begin(read);
        try {
            return answer.await();
        } finally {
            answer.future.cancel(false);
        }
    }

    /// Begins to read.
    public <T> Answer<T> begin(Callable<T> read) {
        return new Answer<>(threads.submit(read));
    }

    /// What is being read.
    public record Answer<T>(Future<T> future) {

        /// Waits for it.
        ///
        /// @throws LakeException if it cannot be had
        public T await() {
            try {
                return future.get();
            } catch (ExecutionException e) {
                throw reason(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LakeException("the search was interrupted", e);
            }
        }

        /// Waits until nobody reads any more, whatever comes of it: what was read from can be closed then.
        public void settle() {
            boolean isInterrupted = false;
            while (!future.isDone()) {
                try {
                    future.get();
                } catch (ExecutionException _) {
                    // the answer is no longer wanted
                } catch (InterruptedException _) {
                    isInterrupted = true;
                }
            }
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static LakeException reason(ExecutionException e) {
        return switch (e.getCause()) {
            case SearchRefusedException refused ->
                new SearchRefusedException(String.valueOf(refused.getMessage()), refused);
            case LakeException known -> new LakeException(String.valueOf(known.getMessage()), known);
            case IOException unreadable ->
                new LakeException("the lake cannot be read: " + unreadable.getMessage(), unreadable);
            case null, default -> new LakeException("the search went wrong: " + e.getMessage(), e);
        };
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
