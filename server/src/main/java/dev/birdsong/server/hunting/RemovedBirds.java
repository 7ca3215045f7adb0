// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.Records.all;
import static dev.birdsong.server.hunting.Records.exactly;
import static dev.birdsong.server.hunting.Records.measured;
import static dev.birdsong.server.hunting.Records.type;

import dev.birdsong.server.access.Caller;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Statistic;
import dev.birdsong.spi.lake.Aggregation.TopValues;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The birds that their console lists no more: the last round that read all of its devices told of others and not of
/// them.
///
/// All that a round brings bears the time at which it began. While one is at it, or after it failed midway, nothing is
/// known of its connector's.
///
/// @param before of each connector that has some, the time before which a bird was told of last
public record RemovedBirds(Map<String, Long> before) {

    /// The assets.
    public static final Query ASSETS = type("asset");

    private static final String CONNECTOR = "connector_id";
    private static final String TIME = "timestamp";
    private static final int CONNECTORS = 5_000;

    /// What has to be counted over the assets.
    public static final Map<String, Aggregation> COUNTED = Map.of(
            CONNECTOR,
            new TopValues(
                    CONNECTOR,
                    CONNECTORS,
                    Map.of(
                            "oldest", new Statistic(Statistic.Kind.MIN, TIME),
                            "newest", new Statistic(Statistic.Kind.MAX, TIME))));

    public RemovedBirds {
        before = Map.copyOf(before);
    }

    /// Those that somebody may see.
    static RemovedBirds of(Records records, Caller caller, DeviceRounds rounds) {
        return of(records.count(caller, Index.ASSETS, ASSETS, COUNTED), rounds.completed());
    }

    /// By what was counted.
    ///
    /// @param completed when all devices were read last, by the connector's id
    public static RemovedBirds of(SearchResult counted, Map<String, Instant> completed) {
        Map<String, Long> before = new HashMap<>();
        for (Bucket connector : Records.buckets(counted.aggregations(), CONNECTOR)) {
            String id = Records.text(connector.key());
            long began = measured(connector.within(), "newest");
            boolean isWhole = completed.getOrDefault(id, Instant.MIN).compareTo(Instant.ofEpochMilli(began)) >= 0;
            if (isWhole && measured(connector.within(), "oldest") < began) {
                before.put(id, began);
            }
        }
        return new RemovedBirds(before);
    }

    /// Finds them.
    public Query query() {
        List<Query> each = new ArrayList<>();
        before.forEach((connector, end) -> each.add(all(
                exactly(CONNECTOR, connector),
                new Query.Range(TIME, new Bound.Open(), new Bound.At(Long.toString(end), false)))));
        return new Query.Or(each);
    }

    /// Finds all others.
    public Query others() {
        return new Query.Not(query());
    }

    boolean has(ReadRecord bird) {
        return bird.time() < before.getOrDefault(bird.text(CONNECTOR), Long.MIN_VALUE);
    }
}
