// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.state.schedule.StreamRunner;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// What runs rounds, and how late they begin.
record MeasuredRunner(StreamRunner runner, Timer delay, InstantSource clock) implements StreamRunner {

    @Override
    public Instant run(String connectorId, String contentType, Instant due, BooleanSupplier goOn)
            throws InterruptedException {
        Duration late = Duration.between(due, clock.instant());
        delay.record(late.isPositive() ? late : Duration.ZERO);
        return runner.run(connectorId, contentType, due, goOn);
    }
}
