// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.IncidentAnswer.ID;
import static dev.birdsong.server.hunting.Records.all;
import static dev.birdsong.server.hunting.Records.exactly;
import static dev.birdsong.server.hunting.Records.oneOf;
import static dev.birdsong.server.hunting.Records.type;

import dev.birdsong.server.access.Caller;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Statistic;
import dev.birdsong.spi.record.Index;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells of some records of incidents which of them say the last that was told, and which incidents are gone at their
/// console. The last is what the lake stored last: clocks of consoles and their numbering may go back.
///
/// @param stored when the last state was stored, by [Key]
/// @param deleted incidents that are gone
record LatestStates(Map<Key, Long> stored, Set<Key> deleted) {

    static final String DELETED = "deleted_at_source";
    static final String RETURNED = "returned_at_source";
    private static final int MOST_NOTES = 1_000;
    private static final String STORED = "write_time";

    /// An incident: two tenants may look at the same console.
    record Key(String tenant, String incident) {

        static Key of(ReadRecord record) {
            return new Key(record.text("tenantid"), record.text(ID));
        }
    }

    static LatestStates of(Records records, Caller caller, List<ReadRecord> states) {
        Map<String, Set<String>> byTenant = states.stream()
                .map(Key::of)
                .collect(Collectors.groupingBy(Key::tenant, Collectors.mapping(Key::incident, Collectors.toSet())));
        Map<Key, Long> stored = new HashMap<>();
        Set<Key> deleted = new HashSet<>();
        byTenant.forEach((tenant, incidents) -> {
            stored.putAll(stored(records, caller, tenant, incidents));
            deleted.addAll(deleted(records, caller, tenant, incidents));
        });
        return new LatestStates(stored, deleted);
    }

    private static Map<Key, Long> stored(Records records, Caller caller, String tenant, Set<String> incidents) {
        var byIncident = new Aggregation.TopValues(
                ID, incidents.size(), Map.of(STORED, new Statistic(Statistic.Kind.MAX, STORED)));
        var counted = records.count(
                caller,
                Index.SYSLOG,
                all(type("incident"), exactly("tenantid", tenant), oneOf(ID, incidents)),
                Map.of(ID, byIncident));
        return Records.buckets(counted.aggregations(), ID).stream()
                .collect(Collectors.toMap(
                        one -> new Key(tenant, Records.text(one.key())),
                        one -> Records.measured(one.within(), STORED)));
    }

    private static Set<Key> deleted(Records records, Caller caller, String tenant, Set<String> incidents) {
        Map<Key, String> notes = new HashMap<>();
        records.newest(
                        caller,
                        all(
                                oneOf("record_type", Set.of(DELETED, RETURNED)),
                                exactly("tenantid", tenant),
                                oneOf(ID, incidents)),
                        MOST_NOTES)
                .records()
                .forEach(note -> notes.putIfAbsent(Key.of(note), note.text("record_type")));
        return notes.entrySet().stream()
                .filter(note -> note.getValue().equals(DELETED))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    boolean isLatest(ReadRecord record) {
        return stored.getOrDefault(Key.of(record), Long.MAX_VALUE) <= record.number(STORED);
    }

    boolean isDeleted(ReadRecord record) {
        return deleted.contains(Key.of(record));
    }
}
