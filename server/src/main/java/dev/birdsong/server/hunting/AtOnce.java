// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Asks for several things at once: with years in the lake each takes its time. When it is closed, all have been
/// answered.
public final class AtOnce implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Begins to ask; the answer waits, and fails as asking failed.
    public <T> Supplier<T> ask(Supplier<T> question) {
        CompletableFuture<T> asked = CompletableFuture.supplyAsync(question, threads);
        return () -> answer(asked);
    }

    private static <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
