// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.data;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bounds how many searches one user runs at once, so that nobody's curiosity stands in the way of others. One too many
/// waits a moment, since a page asks for several things at once.
public final class SearchSlots {

    private static final int MOST = 4;

    private final Duration wait;
    private final ConcurrentMap<String, Semaphore> free = new ConcurrentHashMap<>();

    /// @param wait so long one too many waits at most
    public SearchSlots(Duration wait) {
        this.wait = wait;
    }

    /// Takes a slot, until it is closed; waits for one.
    ///
    /// @throws ApiException 400 if the user still has none left
    Slot take(Caller caller) {
        Semaphore own = free.computeIfAbsent(caller.userId(), _ -> new Semaphore(MOST, true));
        if (!isTaken(own)) {
            throw ApiException.badRequest(
                    "too-many-searches", "you run " + MOST + " searches already: wait for one of them to end");
        }
        return own::release;
    }

    private boolean isTaken(Semaphore own) {
        try {
            return own.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// One search.
    @FunctionalInterface
    interface Slot extends AutoCloseable {

        @Override
        void close();
    }
}
