// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.IncidentAnswer.ID;
import static dev.birdsong.server.hunting.Records.all;
import static dev.birdsong.server.hunting.Records.exactly;
import static dev.birdsong.server.hunting.Records.oneOf;
import static dev.birdsong.server.hunting.Records.type;

import dev.birdsong.server.access.Caller;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which incidents are gone at their console: of each, what was noted last is that it was deleted.
record DeletedIncidents(Records records, Caller caller) {

    static final String DELETED = "deleted_at_source";
    static final String RETURNED = "returned_at_source";
    static final Query NOTES = oneOf("record_type", List.of(DELETED, RETURNED));

    private static final int BATCH = 250;
    private static final Query GONE =
            all(new Query.Latest(List.of("tenantid", ID), List.of("write_time"), NOTES), type(DELETED));

    /// An incident: two tenants may look at the same console.
    record Key(String tenant, String incident) {

        static Key of(ReadRecord record) {
            return new Key(record.text("tenantid"), record.text(ID));
        }

        Query query() {
            return all(exactly("tenantid", tenant), exactly(ID, incident));
        }
    }

    /// Takes some of those that are gone.
    interface Taker {

        void take(Query batch);
    }

    /// Those of these records' incidents that are gone.
    Set<Key> among(List<ReadRecord> incidents) {
        Set<Key> gone = new HashSet<>();
        for (int from = 0; from < incidents.size(); from += BATCH) {
            List<ReadRecord> batch = incidents.subList(from, Math.min(from + BATCH, incidents.size()));
            page(all(GONE, any(batch)), List.of()).forEach(note -> gone.add(Key.of(note)));
        }
        return gone;
    }

    /// Hands over all that are gone, as queries that find all of their records.
    void each(Taker taker) {
        List<SortValue> after = List.of();
        List<ReadRecord> notes = page(GONE, after);
        while (!notes.isEmpty()) {
            taker.take(any(notes));
            ReadRecord last = notes.getLast();
            after = List.of(new SortValue.Whole(last.time()), new SortValue.Text(last.id()));
            notes = page(GONE, after);
        }
    }

    private List<ReadRecord> page(Query query, List<SortValue> after) {
        var paging = new Paging(Paging.NEWEST_FIRST, 0, BATCH, after, false);
        return records.page(caller, Index.SYSLOG, query, paging).records();
    }

    private static Query any(List<ReadRecord> incidents) {
        List<Query> queries = new ArrayList<>();
        new HashSet<>(incidents.stream().map(Key::of).toList()).forEach(key -> queries.add(key.query()));
        return new Query.Or(queries);
    }
}
