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
        Future<T> answer = threads.submit(read);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw reason(e);
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new LakeException("the search was interrupted", e);
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
