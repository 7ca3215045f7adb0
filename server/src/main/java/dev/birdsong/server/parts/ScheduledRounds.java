// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.engine.run.Assignments;
import dev.birdsong.engine.run.ConnectorRounds;
import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.engine.run.NextRound;
import dev.birdsong.engine.run.RoundReport;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.connector.Connectors;
import dev.birdsong.state.connector.KeptConnector;
import dev.birdsong.state.schedule.StreamRunner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Runs rounds as the schedule wants them, and says when the next one is due. A round of a connector that is paused
/// meanwhile ends at its next page.
record ScheduledRounds(
        ConnectorRounds rounds,
        Assignments assignments,
        Connectors connectors,
        ConnectorTypes types,
        InstantSource clock)
        implements StreamRunner {

    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);

    @Override
    public Instant run(String connectorId, String contentType, Instant due, BooleanSupplier goOn)
            throws InterruptedException {
        Optional<RoundReport> report =
                rounds.run(connectorId, contentType, () -> goOn.getAsBoolean() && assignments.isActive(connectorId));
        return report.flatMap(told -> next(told, connectorId))
                .orElseGet(() -> clock.instant().plus(WHEN_BUSY));
    }

    private Optional<Instant> next(RoundReport report, String connectorId) {
        return connectors
                .find(connectorId, new TenantScope.All())
                .map(KeptConnector::connector)
                .map(connector -> NextRound.after(
                        report,
                        types.period(connector, report.contentType()),
                        connector.configuration().interval()));
    }
}
