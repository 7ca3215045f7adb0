// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.BirdAnswer.DEVICE;
import static dev.birdsong.server.hunting.Records.all;
import static dev.birdsong.server.hunting.Records.exactly;
import static dev.birdsong.server.hunting.Records.measured;
import static dev.birdsong.server.hunting.Records.oneOf;
import static dev.birdsong.server.hunting.Records.type;

import dev.birdsong.query.QueryParser;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.hunting.BirdAnswer.Touches;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Statistic;
import dev.birdsong.spi.lake.Aggregation.TopValues;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The birds: how they are, and what came to them.
@Component
public final class Birds {

    private static final int BATCH = 500;
    private static final int VERSIONS = 20;
    private static final int MOST_SNAPSHOTS = 1_000;
    private static final int INCIDENTS = 50;
    private static final String LIVING = DEVICE + "live";
    private static final String VERSION = DEVICE + "version";
    private static final String NODE = "thinkst_canary.incident.description.node_id";

    /// Each incident once, so that they are counted by counting records, however many there are.
    private static final Query ATTACKS = all(Incidents.LATEST, exactly("event_class", "attack"));

    private static final Map<String, Aggregation> LAST = Map.of("last", new Statistic(Statistic.Kind.MAX, "timestamp"));

    private final Records records;
    private final Incidents incidents;
    private final QueryParser parser;
    private final DeviceRounds rounds;

    /// Which ones are wanted.
    public enum Which {
        ALL,
        LIVE,
        DARK,
        REMOVED,
        UNTOUCHED,
        TOUCHED;

        private Query query(RemovedBirds removed) {
            return switch (this) {
                case ALL, UNTOUCHED, TOUCHED -> new Query.Everything();
                case LIVE -> all(exactly(LIVING, "true"), removed.others());
                case DARK -> all(new Query.Not(exactly(LIVING, "true")), removed.others());
                case REMOVED -> removed.query();
            };
        }

        private boolean fits(BirdAnswer bird) {
            return switch (this) {
                case ALL, LIVE, DARK, REMOVED -> true;
                case UNTOUCHED -> bird.incidents() == 0;
                case TOUCHED -> bird.incidents() > 0;
            };
        }
    }

    public Birds(Records records, Incidents incidents, QueryParser parser, DeviceRounds rounds) {
        this.records = records;
        this.incidents = incidents;
        this.parser = parser;
        this.rounds = rounds;
    }

    /// A page of those that fit, by name. Where several of the caller's tenants watch a bird, the incidents of each are
    /// counted.
    ///
    /// @param q in query syntax, over the assets
    /// @throws dev.birdsong.query.QueryException if the query cannot be read
    public BirdList list(Caller caller, String q, Which which, Optional<BirdList.Place> after, int size) {
        RemovedBirds removed = RemovedBirds.of(records, caller, rounds);
        Query wanted = all(RemovedBirds.ASSETS, parser.parse(q), which.query(removed));
        List<ReadRecord> batch = List.of();
        List<BirdList.Row> rows = new ArrayList<>();
        do {
            Optional<BirdList.Place> behind = batch.isEmpty() ? after : Optional.of(BirdList.Place.of(batch.getLast()));
            batch = records.page(caller, Index.ASSETS, wanted, paging(behind)).records();
            Map<String, Touches> touches = touches(caller, batch);
            batch.stream()
                    .map(record -> BirdList.Row.of(record, removed, touches))
                    .filter(row -> which.fits(row.bird()))
                    .forEach(rows::add);
        } while (batch.size() == BATCH && rows.size() <= size);
        return BirdList.of(rows, size);
    }

    private static Paging paging(Optional<BirdList.Place> after) {
        return new Paging(
                List.of(Sort.ascending("hostname")),
                0,
                BATCH,
                after.map(BirdList.Place::values).orElse(List.of()),
                false);
    }

    /// How many birds have which version, of those that fit; whether they were touched is not looked at.
    ///
    /// @param q in query syntax, over the assets
    /// @throws dev.birdsong.query.QueryException if the query cannot be read
    public Map<String, Long> versions(Caller caller, String q, Which which) {
        Query wanted = all(RemovedBirds.ASSETS, parser.parse(q), which.query(RemovedBirds.of(records, caller, rounds)));
        var counted = records.count(caller, Index.ASSETS, wanted, Map.of(VERSION, new TopValues(VERSION, VERSIONS)));
        return Records.buckets(counted.aggregations(), VERSION).stream()
                .collect(Collectors.toMap(one -> Records.text(one.key()), Bucket::count, Long::sum, TreeMap::new));
    }

    private Map<String, Touches> touches(Caller caller, List<ReadRecord> birds) {
        List<String> devices =
                birds.stream().map(bird -> bird.text(BirdAnswer.ID)).distinct().toList();
        if (devices.isEmpty()) {
            return Map.of();
        }
        var byBird = new TopValues(NODE, devices.size(), LAST);
        var counted = records.count(caller, Index.SYSLOG, all(ATTACKS, oneOf(NODE, devices)), Map.of(NODE, byBird));
        return Records.buckets(counted.aggregations(), NODE).stream()
                .collect(Collectors.toMap(
                        one -> Records.text(one.key()),
                        one -> new Touches(one.count(), measured(one.within(), "last"))));
    }

    /// All of one.
    ///
    /// @param id of its record among the assets
    /// @throws ApiException 404 if there is none
    public BirdStory story(Caller caller, String id) {
        ReadRecord asset = records.one(caller, id)
                .filter(one -> one.text("record_type").equals("asset"))
                .orElseThrow(() -> ApiException.missing("bird", id));
        String device = asset.text(BirdAnswer.ID);
        Query its = all(type("device"), exactly("tenantid", asset.text("tenantid")), exactly(DEVICE + "id", device));
        Records.Found found = records.newest(caller, its, MOST_SNAPSHOTS);
        var snapshots = new Snapshots(found.records().reversed());
        Query touched = all(exactly("tenantid", asset.text("tenantid")), exactly(NODE, device));
        return new BirdStory(
                BirdAnswer.of(asset, RemovedBirds.of(records, caller, rounds).has(asset), touches(caller, touched)),
                found.total(),
                snapshots.addresses(),
                snapshots.changes(),
                incidents
                        .page(caller, touched, Incidents.State.ALL, Optional.empty(), INCIDENTS)
                        .data(),
                says(asset.at("thinkst_canary.device")));
    }

    private Touches touches(Caller caller, Query touched) {
        var counted = records.count(caller, Index.SYSLOG, all(ATTACKS, touched), LAST);
        return new Touches(counted.total(), measured(counted.aggregations(), "last"));
    }

    private static Map<String, String> says(JsonNode device) {
        Map<String, String> says = new TreeMap<>();
        device.properties().stream()
                .filter(one -> one.getValue().isValueNode()
                        && !one.getValue().asString("").isBlank())
                .forEach(one -> says.put(one.getKey(), one.getValue().asString()));
        return says;
    }
}
