// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.run.Assignment;
import dev.birdsong.engine.run.Failures;
import dev.birdsong.spi.connector.CollectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Pings connectors whose rounds are far apart, so that no status is older than about five minutes. The longest silent
/// come first and few at a time, so that they spread evenly.
final class Pings {

    static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final int AT_A_TIME = 200;
    private static final int THREADS = 16;

    private final Parts parts;

    Pings(Parts parts) {
        this.parts = parts;
    }

    void run() {
        Instant now = parts.time().wall().instant();
        List<String> silent = parts.state().statuses().silentSince(now.minus(SILENCE), AT_A_TIME);
        if (!silent.isEmpty()) {
            pingAll(silent);
        }
    }

    private void pingAll(List<String> connectors) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("ping-", 1).daemon().factory())) {
            connectors.forEach(connector -> threads.execute(() -> ping(connector)));
        }
    }

    private void ping(String connectorId) {
        Optional<Assignment> assignment = parts.state().assignments().of(connectorId);
        try {
            if (assignment.isPresent()) {
                Condition condition = ping(assignment.get());
                parts.state()
                        .statuses()
                        .pinged(connectorId, condition, parts.time().wall().instant());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Condition ping(Assignment assignment) throws InterruptedException {
        try {
            parts.types()
                    .of(assignment.connector().general().type())
                    .ping(assignment.connection(parts.outbound(), parts.time()));
            return new Condition.Healthy();
        } catch (CollectException failure) {
            return Failures.condition(failure, parts.time().wall().instant());
        }
    }
}
