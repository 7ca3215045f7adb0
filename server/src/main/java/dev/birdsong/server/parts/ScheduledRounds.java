// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.engine.run.Assignments;
import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.engine.run.NextRound;
import dev.birdsong.engine.run.RoundReport;
import dev.birdsong.engine.run.Step;
import dev.birdsong.server.parts.CheckedRounds.CheckedRound;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.connector.Connectors;
import dev.birdsong.state.connector.KeptConnector;
import dev.birdsong.state.schedule.StreamRunner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Runs rounds as the schedule wants them, and says when the next one is due. A round whose turn is over, or whose
/// connector is paused meanwhile, ends at its next page.
record ScheduledRounds(
        CheckedRounds rounds,
        Assignments assignments,
        Connectors connectors,
        ConnectorTypes types,
        InstantSource clock,
        Turns turns)
        implements StreamRunner {

    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);
    private static final Duration WHEN_MANY_FAIL = Duration.ofSeconds(30);

    @Override
    public Instant run(String connectorId, String contentType, Instant due, BooleanSupplier goOn)
            throws InterruptedException {
        Optional<Turns.Turn> turn = turns.begin(connectorId, contentType);
        return turn.isPresent()
                ? run(turn.get(), connectorId, contentType, goOn)
                : clock.instant().plus(WHEN_MANY_FAIL);
    }

    private Instant run(Turns.Turn turn, String connectorId, String contentType, BooleanSupplier goOn)
            throws InterruptedException {
        try (turn) {
            Optional<CheckedRound> round = rounds.run(
                    connectorId,
                    contentType,
                    Optional.empty(),
                    () -> goOn.getAsBoolean() && turn.goesOn() && assignments.isActive(connectorId));
            round.ifPresent(ended -> turn.ended(ended.report().condition()));
            return round.flatMap(ended -> next(ended, connectorId))
                    .orElseGet(() -> clock.instant().plus(WHEN_BUSY));
        }
    }

    /// A comparison that is under way goes on at once, behind a look for new records.
    private Optional<Instant> next(CheckedRound round, String connectorId) {
        return round.step().filter(Step.Going.class::isInstance).isPresent()
                ? Optional.of(clock.instant())
                : next(round.report(), connectorId);
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
