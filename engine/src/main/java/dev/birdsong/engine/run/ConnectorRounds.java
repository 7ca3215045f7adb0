// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.Ledger;
import dev.birdsong.engine.Quarantine;
import dev.birdsong.engine.QuarantineWithout;
import dev.birdsong.engine.Round;
import dev.birdsong.engine.RoundListener;
import dev.birdsong.engine.RoundOutcome;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.filter.FilterSet;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.outbound.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/// Runs the rounds of connectors on this node, with what is set up at the moment each begins, and one at a time for
/// each stream.
public final class ConnectorRounds {

    static final Duration LEASE = Duration.ofSeconds(30);

    private final ConnectorTypes types;
    private final Ports ports;
    private final Surroundings surroundings;

    /// What rounds are set up by, and where what they bring and tell goes.
    ///
    /// @param atomically writes to leases and log at once
    public record Ports(
            Assignments assignments,
            Leases leases,
            RoundLog log,
            Atomically atomically,
            Quarantine quarantine,
            Ledger ledger,
            DataLake lake) {}

    /// Where rounds run.
    ///
    /// @param node the name of this node
    /// @param outbound the way to the consoles
    /// @param time the clocks
    /// @param asking how a page is asked for again
    /// @param renewals keeps leases while a round takes long
    public record Surroundings(
            String node,
            RoundOutbound outbound,
            Connection.Time time,
            Round.Asking asking,
            ScheduledExecutorService renewals) {}

    public ConnectorRounds(ConnectorTypes types, Ports ports, Surroundings surroundings) {
        this.types = types;
        this.ports = ports;
        this.surroundings = surroundings;
    }

    /// Runs a round of one content type, paused or not, until it is done or told to stop.
    ///
    /// @param goOn asked after each page
    /// @return how it went; nothing if another round of the stream is running, or there is no such connector
    public Optional<RoundReport> run(String connectorId, String contentType, BooleanSupplier goOn)
            throws InterruptedException {
        Optional<Assignment> assignment = ports.assignments().of(connectorId);
        if (assignment.isEmpty()) {
            return Optional.empty();
        }
        StreamKey stream = new StreamKey(assignment.get().connector().sourceKey(), contentType);
        Instant began = surroundings.time().wall().instant();
        Optional<Lease> taken = ports.atomically().write(() -> begin(connectorId, stream, began));
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        try (Lease lease = taken.get();
                LeaseRenewal _ = LeaseRenewal.of(lease, LEASE, surroundings.renewals())) {
            return Optional.of(run(assignment.get(), contentType, began, lease, goOn));
        }
    }

    private Optional<Lease> begin(String connectorId, StreamKey stream, Instant at) {
        Optional<Lease> taken = ports.leases().take(stream, LEASE);
        if (taken.isPresent()) {
            ports.log().began(connectorId, stream.contentType(), at);
        }
        return taken;
    }

    private RoundReport run(Assignment assignment, String contentType, Instant began, Lease lease, BooleanSupplier goOn)
            throws InterruptedException {
        Connector connector = assignment.connector();
        FilterSet filters = new FilterSet(assignment.filters());
        RoundEnd end = RoundEnd.of(() -> round(assignment, contentType, lease, filters, goOn));
        Instant ended = surroundings.time().wall().instant();
        RoundReport report = new RoundReport(
                connector.id(),
                contentType,
                new RoundReport.Span(surroundings.node(), began, ended),
                end.condition(ended),
                end.isComplete(),
                end.counts(),
                filters.leftOut());
        return ports.atomically().write(() -> {
            ports.log().ended(report);
            lease.close();
            return report;
        });
    }

    private RoundOutcome round(
            Assignment assignment, String contentTypeName, Lease lease, FilterSet filters, BooleanSupplier goOn)
            throws InterruptedException {
        ConnectorType type = types.of(assignment.connector().general().type());
        ContentType contentType = ConnectorTypes.contentType(type, contentTypeName);
        StreamKey stream = new StreamKey(assignment.connector().sourceKey(), contentTypeName);
        Quarantine quarantine = QuarantineWithout.of(ports.quarantine(), assignment.authToken());
        var to = new Round.Ports(
                ports.lake(), lease, quarantine, filters, ports.ledger().of(stream));
        Outbound outbound = surroundings.outbound().of(type.type(), contentTypeName);
        try (Collector collector = type.collector(assignment.connection(outbound, surroundings.time()), contentType)) {
            return new Round(stream, collector, to, surroundings.asking(), RoundListener.NONE).run(goOn);
        }
    }
}
