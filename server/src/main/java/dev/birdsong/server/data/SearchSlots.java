// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.data;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Bounds how many searches one user runs at once, so that nobody's curiosity stands in the way of others.
public final class SearchSlots {

    private static final int MOST = 4;

    private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

    /// Takes a slot, until it is closed.
    ///
    /// @throws ApiException 400 if the user has none left
    Slot take(Caller caller) {
        running.compute(caller.userId(), (_, count) -> taken(count == null ? 0 : count));
        return () -> running.computeIfPresent(caller.userId(), (_, count) -> count == 1 ? null : count - 1);
    }

    private static int taken(int count) {
        if (count >= MOST) {
            throw ApiException.badRequest(
                    "too-many-searches", "you run " + MOST + " searches already: wait for one of them to end");
        }
        return count + 1;
    }

    /// One search.
    @FunctionalInterface
    interface Slot extends AutoCloseable {

        @Override
        void close();
    }
}
