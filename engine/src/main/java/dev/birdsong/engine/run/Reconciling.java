// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.Ledger;
import dev.birdsong.engine.Quarantine;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.reconcile.Reconciles;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.lake.DataLake;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Compares streams with all that their sources hold, a step at a time. A step takes the stream's lease, so that it
/// never asks a source while a round does; before each step a round should have looked for new records.
///
/// Start reading here: everything is read from its beginning by the same collector as in rounds and goes the same way
/// into the lake, which takes what is missing. What was shown meanwhile, by rounds too, is then put beside what is
/// held.
public final class Reconciling {

    private final ConnectorTypes types;
    private final Ports ports;
    private final ConnectorRounds.Surroundings surroundings;
    private final Pace pace;

    /// What is compared, and where what is found goes.
    public record Ports(
            Assignments assignments,
            Leases leases,
            Ledger ledger,
            Reconciles reconciles,
            Quarantine quarantine,
            DataLake lake) {}

    /// How gently a source is asked.
    ///
    /// @param step how long a step may take
    /// @param pause before each page
    public record Pace(Duration step, Duration pause) {

        /// Ten seconds at a time, and a moment between pages.
        public static final Pace GENTLE = new Pace(Duration.ofSeconds(10), Duration.ofMillis(20));
    }

    public Reconciling(ConnectorTypes types, Ports ports, ConnectorRounds.Surroundings surroundings, Pace pace) {
        this.types = types;
        this.ports = ports;
        this.surroundings = surroundings;
        this.pace = pace;
    }

    /// Goes a step further. The round before must have been complete.
    ///
    /// @param since compare what the source shows from then on; empty: when it is due
    /// @param goOn asked after each page
    /// @return what came of it; nothing if it is not due, a round of the stream is running, or there is no such
    ///     connector
    public Optional<Step> step(String connectorId, String contentType, Optional<Instant> since, BooleanSupplier goOn)
            throws InterruptedException {
        if (since.isEmpty() && !isDue(connectorId, contentType)) {
            return Optional.empty();
        }
        Optional<Assignment> assignment = ports.assignments().of(connectorId);
        if (assignment.isEmpty()) {
            return Optional.empty();
        }
        var stream = new StreamKey(assignment.get().connector().sourceKey(), contentType);
        Optional<Lease> taken = ports.leases().take(stream, ConnectorRounds.LEASE);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        try (Lease lease = taken.get();
                LeaseRenewal _ = LeaseRenewal.of(lease, ConnectorRounds.LEASE, surroundings.renewals())) {
            var with = new ReconcileTurn.With(types, ports, surroundings, pace);
            return Optional.of(new ReconcileTurn(with, assignment.get(), stream, lease).run(since, goOn));
        }
    }

    /// Looks before the lease is taken: nearly always nothing is due.
    private boolean isDue(String connectorId, String contentType) {
        Instant now = surroundings.time().wall().instant();
        return ports.reconciles()
                .standing(connectorId, contentType)
                .filter(standing -> standing.check().isDue(now, epoch(standing, contentType)))
                .isPresent();
    }

    private long epoch(Reconciles.Standing standing, String contentType) {
        ConnectorType type = types.of(standing.type());
        return type.census(ConnectorTypes.contentType(type, contentType))
                .map(census -> census.reached(standing.position()).epoch())
                .orElse(0L);
    }
}
