// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.BirdAnswer.DEVICE;
import static dev.birdsong.server.hunting.Records.all;
import static dev.birdsong.server.hunting.Records.exactly;
import static dev.birdsong.server.hunting.Records.measured;
import static dev.birdsong.server.hunting.Records.type;

import dev.birdsong.query.QueryParser;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.hunting.BirdAnswer.Touches;
import dev.birdsong.spi.lake.Aggregation.Cardinality;
import dev.birdsong.spi.lake.Aggregation.Statistic;
import dev.birdsong.spi.lake.Aggregation.TopValues;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
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

    /// So many are looked at together.
    public static final int MOST = 5_000;

    private static final int MOST_SNAPSHOTS = 1_000;
    private static final int INCIDENTS = 50;
    private static final String NODE = "thinkst_canary.incident.description.node_id";
    private static final Query ATTACKS = all(type("incident"), exactly("event_class", "attack"));

    private final Records records;
    private final Incidents incidents;
    private final QueryParser parser;

    /// Which ones are wanted.
    public enum Which {
        ALL,
        LIVE,
        DARK,
        UNTOUCHED,
        TOUCHED;

        private boolean fits(BirdAnswer bird) {
            return switch (this) {
                case ALL -> true;
                case LIVE -> bird.live();
                case DARK -> !bird.live();
                case UNTOUCHED -> bird.incidents() == 0;
                case TOUCHED -> bird.incidents() > 0;
            };
        }
    }

    public Birds(Records records, Incidents incidents, QueryParser parser) {
        this.records = records;
        this.incidents = incidents;
        this.parser = parser;
    }

    /// Those that fit, by name.
    ///
    /// @param q in query syntax, over the assets
    /// @throws dev.birdsong.query.QueryException if the query cannot be read
    public List<BirdAnswer> list(Caller caller, String q, Which which) {
        var byName = new Paging(List.of(Sort.ascending("hostname")), 0, MOST, List.of(), false);
        Map<String, Touches> touches = touches(caller);
        return records.page(caller, Index.ASSETS, all(type("asset"), parser.parse(q)), byName).records().stream()
                .map(record -> BirdAnswer.of(record, touches.getOrDefault(record.text("device_id"), Touches.NONE)))
                .filter(which::fits)
                .toList();
    }

    private Map<String, Touches> touches(Caller caller) {
        var byBird = new TopValues(
                NODE,
                MOST,
                Map.of(
                        "incidents", new Cardinality(IncidentAnswer.ID),
                        "last", new Statistic(Statistic.Kind.MAX, "timestamp")));
        var counted = records.count(caller, Index.SYSLOG, ATTACKS, Map.of(NODE, byBird));
        return Records.buckets(counted.aggregations(), NODE).stream()
                .collect(Collectors.toMap(
                        one -> Records.text(one.key()),
                        one -> new Touches(measured(one.within(), "incidents"), measured(one.within(), "last"))));
    }

    /// All of one.
    ///
    /// @param id of its record among the assets
    /// @throws ApiException 404 if there is none
    public BirdStory story(Caller caller, String id) {
        ReadRecord asset = records.one(caller, id)
                .filter(one -> one.text("record_type").equals("asset"))
                .orElseThrow(() -> ApiException.missing("bird", id));
        String device = asset.text("device_id");
        Query its = all(type("device"), exactly("tenantid", asset.text("tenantid")), exactly(DEVICE + "id", device));
        Records.Found found = records.newest(caller, its, MOST_SNAPSHOTS);
        var snapshots = new Snapshots(found.records().reversed());
        Query touched = all(exactly("tenantid", asset.text("tenantid")), exactly(NODE, device));
        return new BirdStory(
                BirdAnswer.of(asset, touches(caller, touched)),
                found.total(),
                snapshots.addresses(),
                snapshots.changes(),
                incidents
                        .page(caller, touched, Incidents.State.ALL, Optional.empty(), INCIDENTS)
                        .data(),
                says(asset.at("thinkst_canary.device")));
    }

    private Touches touches(Caller caller, Query touched) {
        var counted = records.count(
                        caller,
                        Index.SYSLOG,
                        all(ATTACKS, touched),
                        Map.of(
                                "incidents", new Cardinality(IncidentAnswer.ID),
                                "last", new Statistic(Statistic.Kind.MAX, "timestamp")))
                .aggregations();
        return new Touches(measured(counted, "incidents"), measured(counted, "last"));
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
