// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Something that may go wrong in any way. Whatever it is, those who wait for the disk are told, and the thread
/// lives on.
final class Attempt {

    private Attempt() {}

    /// Runs it.
    ///
    /// @return why it went wrong, or nothing
    static Optional<Throwable> of(Callable<?> risky) {
        var task = new FutureTask<>(risky);
        task.run();
        try {
            task.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        }
    }
}
