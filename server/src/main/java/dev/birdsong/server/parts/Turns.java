// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.spi.time.MonotonicClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Shares out fairly what may run at once. A round has its turn for a minute and goes on behind those that are due, so
/// that long back-fills do not keep others waiting; streams that failed last time have half of the room, so that many
/// consoles that hang do not either. Safe for many threads.
final class Turns {

    static final Duration LENGTH = Duration.ofMinutes(1);

    private final MonotonicClock clock;
    private final Semaphore roomForTrouble;
    private final Set<String> inTrouble = ConcurrentHashMap.newKeySet();

    /// @param room how many rounds run at once
    Turns(int room, MonotonicClock clock) {
        this.clock = clock;
        this.roomForTrouble = new Semaphore(room / 2);
    }

    /// A turn of this stream; nothing while too many that failed last time have theirs.
    Optional<Turn> begin(String connectorId, String contentType) {
        String stream = connectorId + " " + contentType;
        boolean troubled = inTrouble.contains(stream);
        return troubled && !roomForTrouble.tryAcquire() ? Optional.empty() : Optional.of(new Turn(stream, troubled));
    }

    /// One round's.
    final class Turn implements AutoCloseable {

        private final String stream;
        private final boolean troubled;
        private final long began = clock.nanos();

        private Turn(String stream, boolean troubled) {
            this.stream = stream;
            this.troubled = troubled;
        }

        boolean goesOn() {
            return clock.nanos() - began < LENGTH.toNanos();
        }

        /// How the stream stands now.
        void ended(Condition condition) {
            switch (condition) {
                case Condition.Failing _ -> inTrouble.add(stream);
                case Condition.Healthy _, Condition.NeverRan _, Condition.Throttled _ -> inTrouble.remove(stream);
            }
        }

        @Override
        public void close() {
            if (troubled) {
                roomForTrouble.release();
            }
        }
    }
}
