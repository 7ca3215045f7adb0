// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.RoundListener;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.time.MonotonicClock;
import java.io.PrintWriter;
import java.time.Duration;

/// Shows on standard error how a round goes, at most once a second. Used by one thread.
final class Progress implements RoundListener {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final String contentType;
    private final PrintWriter out;
    private final MonotonicClock clock;
    private final long began;
    private long shown;

    Progress(String contentType, PrintWriter out, MonotonicClock clock) {
        this.contentType = contentType;
        this.out = out;
        this.clock = clock;
        this.began = clock.nanos();
        this.shown = began;
    }

    @Override
    public void progressed(RoundCounts counts) {
        long now = clock.nanos();
        if (now - shown >= BETWEEN.toNanos()) {
            shown = now;
            double seconds = (now - began) / 1e9;
            out.printf(
                    "%s: %,d records read, %,d durable, %,.0f a second%n",
                    contentType, counts.read(), counts.put().total(), counts.read() / seconds);
            out.flush();
        }
    }

    @Override
    public void waits(CollectException failure, Duration wait) {
        out.printf("%s: %s; asking again in %.1f s%n", contentType, failure.getMessage(), wait.toMillis() / 1e3);
        out.flush();
    }
}
