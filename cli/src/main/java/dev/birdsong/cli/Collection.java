// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.engine.LogFilters;
import dev.birdsong.engine.QuarantineWithout;
import dev.birdsong.engine.RetryPolicy;
import dev.birdsong.engine.Round;
import dev.birdsong.engine.RoundListener;
import dev.birdsong.engine.RoundOutcome;
import dev.birdsong.engine.Sleeper;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.StreamLedger;
import dev.birdsong.engine.files.FilePositions;
import dev.birdsong.engine.files.FileQuarantine;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.lake.DataLake;
import java.util.random.RandomGenerator;

/// Collects from one console into one folder: the wiring of connector, engine and lake without a server.
///
/// @param type what kind of console it is
/// @param connection how to reach it
/// @param folder where positions and quarantine are
/// @param lake where the records go
/// @param policy how often a page is asked for again
record Collection(ConnectorType type, Connection connection, LakeFolder folder, DataLake lake, RetryPolicy policy) {

    /// Runs one round of a content type.
    RoundOutcome collect(ContentType contentType, RoundListener listener) throws InterruptedException {
        StreamKey stream = new StreamKey(connection.origin().sourceKey(), contentType.name());
        try (Collector collector = type.collector(connection, contentType)) {
            return new Round(stream, collector, ports(), asking(), listener).run();
        }
    }

    private Round.Ports ports() {
        var quarantine = new FileQuarantine(folder.quarantine());
        return new Round.Ports(
                lake,
                new FilePositions(folder.positions()),
                QuarantineWithout.of(quarantine, connection.authToken()),
                LogFilters.NONE,
                StreamLedger.NONE);
    }

    private Round.Asking asking() {
        return new Round.Asking(policy, Sleeper.REAL, RandomGenerator.getDefault());
    }
}
