// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers when cursors were given out, so that they can grow too old.
public final class Cursors {

    private static final int KEPT = 100_000;

    private final InstantSource clock;
    private final Map<String, Instant> given = new LinkedHashMap<>();

    public Cursors(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String give(String cursor) {
        given.put(cursor, clock.instant());
        if (given.size() > KEPT) {
            given.remove(given.keySet().iterator().next());
        }
        return cursor;
    }

    synchronized void check(String cursor, Duration lifetime) {
        Instant since = given.getOrDefault(cursor, clock.instant());
        boolean old = lifetime.isPositive() && since.plus(lifetime).isBefore(clock.instant());
        if (old || since.equals(Instant.MIN)) {
            throw new Refusal(400, "The cursor has expired");
        }
    }

    /// Refuses all cursors that were given out so far.
    public synchronized void expire() {
        given.replaceAll((_, _) -> Instant.MIN);
    }
}
