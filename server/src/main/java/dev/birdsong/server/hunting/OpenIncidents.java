// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.IncidentAnswer.ACKNOWLEDGED;
import static dev.birdsong.server.hunting.IncidentAnswer.ID;
import static dev.birdsong.server.hunting.Records.all;
import static dev.birdsong.server.hunting.Records.exactly;
import static dev.birdsong.server.hunting.Records.measured;
import static dev.birdsong.server.hunting.Records.type;

import dev.birdsong.server.access.Caller;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Cardinality;
import dev.birdsong.spi.lake.Aggregation.Statistic;
import dev.birdsong.spi.lake.Aggregation.TopValues;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts the incidents that are open, by severity. The lake has a record for each state of an incident, so the last
/// state of each is worked out from when its open and its acknowledged states were stored. Where there are too many to
/// look at each, those that were never acknowledged are counted.
///
/// @param most so many are looked at each
record OpenIncidents(Records records, Caller caller, int most) {

    /// So many can be looked at in one search.
    static final int MOST = 4_000;

    /// In the order in which they are told.
    static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low", "info", "none");

    private static final String STORED = "write_time";
    private static final String SEVERITY = "severity";
    private static final Query DONE = all(type("incident"), exactly(ACKNOWLEDGED, "true"));
    private static final Query OPEN = all(type("incident"), new Query.Not(exactly(ACKNOWLEDGED, "true")));
    /// How many of each severity; each has an entry.
    Map<String, Long> bySeverity() {
        Map<String, Aggregation> distinct = Map.of(
                ID,
                new Cardinality(ID),
                SEVERITY,
                new TopValues(SEVERITY, SEVERITIES.size(), Map.of(ID, new Cardinality(ID))));
        Map<String, AggregationResult> all = count(type("incident"), distinct);
        return measured(all, ID) <= most ? each() : neverAcknowledged(all, count(DONE, distinct));
    }

    /// When the last state of each was stored.
    private Map<String, Aggregation> last() {
        return Map.of(STORED, new TopValues(ID, most, Map.of(STORED, new Statistic(Statistic.Kind.MAX, STORED))));
    }

    private Map<String, Long> each() {
        Map<String, Aggregation> counted = new HashMap<>(last());
        counted.put(SEVERITY, new TopValues(SEVERITY, SEVERITIES.size(), Map.of(ID, new TopValues(ID, most))));
        Map<String, AggregationResult> open = count(OPEN, counted);
        Map<String, Long> last = stored(open);
        Map<String, Long> acknowledged = stored(count(DONE, last()));
        Map<String, Long> gone = stored(count(type(LatestStates.DELETED), last()));
        Map<String, Long> back = stored(count(type(LatestStates.RETURNED), last()));
        last.entrySet()
                .removeIf(one -> one.getValue() <= acknowledged.getOrDefault(one.getKey(), -1L)
                        || gone.getOrDefault(one.getKey(), -1L) > back.getOrDefault(one.getKey(), -1L));
        Map<String, Long> counts = none();
        for (Bucket severity : Records.buckets(open, SEVERITY)) {
            long those = Records.buckets(severity.within(), ID).stream()
                    .filter(one -> last.remove(Records.text(one.key())) != null)
                    .count();
            counts.merge(known(severity), those, Long::sum);
        }
        counts.merge("none", (long) last.size(), Long::sum);
        return counts;
    }

    private static Map<String, Long> neverAcknowledged(
            Map<String, AggregationResult> all, Map<String, AggregationResult> done) {
        Map<String, Long> counts = none();
        Records.buckets(all, SEVERITY).forEach(one -> counts.merge(known(one), measured(one.within(), ID), Long::sum));
        Records.buckets(done, SEVERITY)
                .forEach(one -> counts.merge(known(one), -measured(one.within(), ID), Long::sum));
        counts.replaceAll((_, count) -> Math.max(0, count));
        return counts;
    }

    private static Map<String, Long> none() {
        Map<String, Long> counts = new LinkedHashMap<>();
        SEVERITIES.forEach(severity -> counts.put(severity, 0L));
        return counts;
    }

    private static String known(Bucket severity) {
        String name = Records.text(severity.key());
        return SEVERITIES.contains(name) ? name : "none";
    }

    private static Map<String, Long> stored(Map<String, AggregationResult> counted) {
        return Records.buckets(counted, STORED).stream()
                .collect(Collectors.toMap(
                        one -> Records.text(one.key()),
                        one -> measured(one.within(), STORED),
                        Math::max,
                        HashMap::new));
    }

    private Map<String, AggregationResult> count(Query query, Map<String, Aggregation> counted) {
        return records.count(caller, Index.SYSLOG, query, counted).aggregations();
    }
}
