// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.lakes.lucene.store.CommitListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/// Counts the lake's commits and refreshes, and how long they take.
final class CommitMetrics implements CommitListener {

    private final Timer commits;
    private final Timer refreshes;

    CommitMetrics(MeterRegistry registry) {
        this.commits = registry.timer("birdsong.lake.commits");
        this.refreshes = registry.timer("birdsong.lake.refreshes");
    }

    @Override
    public void committed(Duration took) {
        commits.record(took);
    }

    @Override
    public void refreshed(Duration took) {
        refreshes.record(took);
    }
}
