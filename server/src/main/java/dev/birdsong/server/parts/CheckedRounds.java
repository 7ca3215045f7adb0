// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.reconcile.Verdict;
import dev.birdsong.engine.run.ConnectorRounds;
import dev.birdsong.engine.run.Reconciling;
import dev.birdsong.engine.run.RoundReport;
import dev.birdsong.engine.run.Step;
import dev.birdsong.state.rounds.Statuses;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Rounds, each with a step behind it of comparing with all that the console holds, where that is due. So a console is
/// never asked for both at once, and what is new comes first.
public record CheckedRounds(ConnectorRounds rounds, Reconciling reconciling, Statuses statuses) {

    /// What came of a round.
    ///
    /// @param step nothing where it was not due or the round was not complete
    public record CheckedRound(RoundReport report, Optional<Step> step) {}

    /// Runs a round and takes a step.
    ///
    /// @param since compare what the source shows from then on; empty: when it is due
    /// @param goOn asked after each page
    /// @return nothing if another round of the stream is running, or there is no such connector
    public Optional<CheckedRound> run(
            String connectorId, String contentType, Optional<Instant> since, BooleanSupplier goOn)
            throws InterruptedException {
        Optional<RoundReport> report = rounds.run(connectorId, contentType, goOn);
        if (report.isEmpty()) {
            return Optional.empty();
        }
        Optional<Step> step = report.get().complete() && goOn.getAsBoolean()
                ? reconciling.step(connectorId, contentType, since, goOn)
                : Optional.empty();
        step.ifPresent(taken -> tell(connectorId, contentType, taken));
        return Optional.of(new CheckedRound(report.get(), step));
    }

    private void tell(String connectorId, String contentType, Step step) {
        if (step instanceof Step.Done done) {
            statuses.reconciled(
                    connectorId,
                    contentType,
                    condition(done.verdict()),
                    done.verdict().at());
        }
    }

    private static Condition condition(Verdict verdict) {
        return verdict.found().seesLess()
                ? new Condition.Failing("sees_less", 0, String.join(" ", verdict.notes()))
                : new Condition.Healthy();
    }
}
