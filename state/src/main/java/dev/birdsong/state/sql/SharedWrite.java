// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;

/// A write that shares its commit with others. One thread runs it and says how the commit went, another waits for that.
final class SharedWrite<T> {

    private static final String SAVEPOINT = "before_the_write";

    private final HandleCallback<T, StateException> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private Optional<FutureTask<T>> attempt = Optional.empty();

    SharedWrite(HandleCallback<T, StateException> work) {
        this.work = work;
    }

    /// Does it, but for the commit. Where it fails, the others of the transaction are as they were.
    void run(Handle handle) {
        var task = new FutureTask<>(() -> work.withHandle(handle));
        handle.savepoint(SAVEPOINT);
        task.run();
        attempt = Optional.of(task);
        if (task.state() == State.SUCCESS) {
            handle.releaseSavepoint(SAVEPOINT);
        } else {
            handle.rollbackToSavepoint(SAVEPOINT);
        }
    }

    /// The commit was a success.
    void committed() {
        attempt.ifPresent(this::tell);
    }

    /// There was no commit: what was done is undone. One that failed by itself keeps its own reason.
    void lost(Throwable reason) {
        attempt.filter(task -> task.state() == State.FAILED).ifPresent(this::tell);
        outcome.completeExceptionally(reason);
    }

    private void tell(FutureTask<T> task) {
        if (task.state() == State.SUCCESS) {
            outcome.complete(task.resultNow());
        } else {
            outcome.completeExceptionally(task.exceptionNow());
        }
    }

    /// What the work answered, once that is durable.
    T await() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
