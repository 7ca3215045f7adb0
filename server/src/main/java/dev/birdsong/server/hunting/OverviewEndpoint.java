// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.Records.all;
import static dev.birdsong.server.hunting.Records.exactly;
import static dev.birdsong.server.hunting.Records.measured;
import static dev.birdsong.server.hunting.Records.type;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.connectors.ConnectorAnswer;
import dev.birdsong.server.connectors.ConnectorsEndpoint;
import dev.birdsong.server.hunting.OverviewAnswer.BirdCounts;
import dev.birdsong.server.hunting.OverviewAnswer.Completeness;
import dev.birdsong.spi.lake.Aggregation.Cardinality;
import dev.birdsong.spi.lake.Aggregation.TopValues;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import dev.birdsong.state.State;
import dev.birdsong.state.ledger.Compared;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How things stand: what came in, what is open, who is at it, and whether everything is here.
@RestController
public final class OverviewEndpoint {

    private static final int NEWEST = 8;
    private static final Duration RECENT = Duration.ofDays(30);
    private static final Query ATTACKS = all(type("event"), exactly("event_class", "attack"));
    private static final Query NOTHING_LEFT = new Query.Everything();
    private static final String LIVE = BirdAnswer.DEVICE + "live";

    private final Records records;
    private final Incidents incidents;
    private final ConnectorsEndpoint connectors;
    private final State state;
    private final DeviceRounds rounds;
    private final Clock clock;

    public OverviewEndpoint(
            Records records,
            Incidents incidents,
            ConnectorsEndpoint connectors,
            State state,
            DeviceRounds rounds,
            Clock clock) {
        this.records = records;
        this.incidents = incidents;
        this.connectors = connectors;
        this.state = state;
        this.rounds = rounds;
        this.clock = clock;
    }

    /// All of it.
    @GetMapping("/connect/api/v1/overview")
    public OverviewAnswer overview(Caller caller) {
        try (var ask = new AtOnce()) {
            var stored = ask.ask(() -> stored(caller));
            var open = ask.ask(() -> new OpenIncidents(records, caller).bySeverity());
            var attackers = ask.ask(() -> attackers(caller));
            var birds = ask.ask(() -> birds(caller));
            var newest = ask.ask(() -> newest(caller));
            List<ConnectorAnswer> all = connectors(caller);
            return new OverviewAnswer(
                    stored.get(),
                    open.get(),
                    open.get().values().stream().mapToLong(Long::longValue).sum(),
                    attackers.get(),
                    birds.get(),
                    all.stream()
                            .collect(Collectors.groupingBy(one -> one.status().state(), Collectors.counting())),
                    completeness(caller, all),
                    newest.get());
        }
    }

    private List<ConnectorAnswer> connectors(Caller caller) {
        List<ConnectorAnswer> all = new ArrayList<>();
        connectors.each(caller, "", "name", all::add);
        return all;
    }

    private List<IncidentAnswer> newest(Caller caller) {
        return incidents
                .page(caller, "", Incidents.State.ALL, Optional.empty(), NEWEST)
                .data();
    }

    private long stored(Caller caller) {
        return records.count(caller, Index.SYSLOG, NOTHING_LEFT, Map.of()).total()
                + records.count(caller, Index.ASSETS, NOTHING_LEFT, Map.of()).total();
    }

    private long attackers(Caller caller) {
        Query recent = Records.since(clock.instant().minus(RECENT).toEpochMilli());
        return measured(
                records.count(caller, Index.SYSLOG, all(ATTACKS, recent), Map.of("srcip", new Cardinality("srcip")))
                        .aggregations(),
                "srcip");
    }

    private BirdCounts birds(Caller caller) {
        Query listed = all(
                RemovedBirds.ASSETS, RemovedBirds.of(records, caller, rounds).others());
        var counted = records.count(caller, Index.ASSETS, listed, Map.of(LIVE, new TopValues(LIVE, 2)));
        long live = Records.buckets(counted.aggregations(), LIVE).stream()
                .filter(one -> List.of("1", "true").contains(Records.text(one.key())))
                .mapToLong(Bucket::count)
                .sum();
        return new BirdCounts(live, counted.total() - live);
    }

    private Completeness completeness(Caller caller, List<ConnectorAnswer> all) {
        List<ConnectorAnswer> active =
                all.stream().filter(ConnectorAnswer::active).toList();
        List<ConnectorAnswer.Stream> streams =
                active.stream().flatMap(one -> one.contentTypes().stream()).toList();
        long upToDate = streams.stream()
                .filter(one -> one.lag().equals("idle") && one.failures() == 0)
                .count();
        List<Compared> compared = compared(caller, active);
        return new Completeness(
                streams.size(),
                upToDate,
                compared.size(),
                compared.stream()
                        .map(Compared::at)
                        .min(Comparator.naturalOrder())
                        .map(Instant::toEpochMilli),
                compared.stream()
                        .filter(one -> !one.whole())
                        .map(Compared::connectorId)
                        .distinct()
                        .toList(),
                cutIncidents(caller));
    }

    /// Without content types that are collected no more.
    private List<Compared> compared(Caller caller, List<ConnectorAnswer> active) {
        Map<String, Set<String>> types = active.stream()
                .collect(Collectors.toMap(
                        ConnectorAnswer::id,
                        one -> one.contentTypes().stream()
                                .map(ConnectorAnswer.Stream::contentType)
                                .collect(Collectors.toSet())));
        return state.reconciles().compared(caller.scope()).stream()
                .filter(one -> types.getOrDefault(one.connectorId(), Set.of()).contains(one.contentType()))
                .toList();
    }

    private long cutIncidents(Caller caller) {
        Query cut = new Query.Range("thinkst_canary.events.missing", new Bound.At("1", true), new Bound.Open());
        return measured(
                records.count(
                                caller,
                                Index.SYSLOG,
                                all(type("incident"), cut),
                                Map.of("cut", new Cardinality(IncidentAnswer.ID)))
                        .aggregations(),
                "cut");
    }
}
