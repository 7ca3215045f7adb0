// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.IncidentAnswer.ACKNOWLEDGED;
import static dev.birdsong.server.hunting.Records.all;
import static dev.birdsong.server.hunting.Records.exactly;
import static dev.birdsong.server.hunting.Records.type;

import dev.birdsong.query.QueryParser;
import dev.birdsong.server.access.Caller;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Incidents, each in the state that its console told last, what was told last first.
///
/// The lake has a record for each state. Only the one that it stored last is looked at, since clocks and numbers of a
/// console may go back: an incident is found by what it is now and not by what it was.
@Component
public final class Incidents {

    /// The last state of each.
    static final Query LATEST = new Query.Latest(
            List.of("tenantid", IncidentAnswer.ID), List.of("write_time", IncidentAnswer.UPDATED_ID), type("incident"));

    /// The last state of each that nobody has acknowledged.
    static final Query OPEN = all(LATEST, in(State.OPEN));

    private static final int BATCH = 100;

    private final Records records;
    private final QueryParser parser;

    /// Which ones are wanted.
    public enum State {
        ALL,
        OPEN,
        ACKNOWLEDGED
    }

    /// A page of them.
    ///
    /// @param next where the next one begins; empty on the last one
    public record Page(List<IncidentAnswer> data, Optional<Place> next) {

        public Page {
            data = List.copyOf(data);
        }
    }

    /// A place in the list: behind this one.
    public record Place(long time, String record) {

        List<SortValue> values() {
            return List.of(new SortValue.Whole(time), new SortValue.Text(record));
        }
    }

    public Incidents(Records records, QueryParser parser) {
        this.records = records;
        this.parser = parser;
    }

    /// Those that fit.
    ///
    /// @throws dev.birdsong.query.QueryException if the query cannot be read
    public Page page(Caller caller, String q, State state, Optional<Place> after, int size) {
        return page(caller, all(parser.parse(q), in(state)), state, after, size);
    }

    /// Those that fit.
    Page page(Caller caller, Query wanted, State state, Optional<Place> after, int size) {
        Query query = all(LATEST, wanted);
        var gathered = new Gathered(state, size, after);
        while (!gathered.isFull()) {
            List<ReadRecord> batch = records.page(caller, Index.SYSLOG, query, paging(gathered.place))
                    .records();
            gathered.take(batch, new DeletedIncidents(records, caller).among(batch));
            if (batch.size() < BATCH && !gathered.isFull()) {
                return new Page(gathered.rows, Optional.empty());
            }
        }
        return new Page(gathered.rows, gathered.place);
    }

    /// A page on its way.
    private static final class Gathered {

        private final List<IncidentAnswer> rows = new ArrayList<>();
        private final State state;
        private final int size;
        private Optional<Place> place;

        Gathered(State state, int size, Optional<Place> after) {
            this.state = state;
            this.size = size;
            this.place = after;
        }

        boolean isFull() {
            return rows.size() == size;
        }

        void take(List<ReadRecord> batch, Set<DeletedIncidents.Key> deleted) {
            for (ReadRecord record : batch) {
                if (isFull()) {
                    return;
                }
                place = Optional.of(new Place(record.time(), record.id()));
                add(IncidentAnswer.of(record, deleted.contains(DeletedIncidents.Key.of(record))));
            }
        }

        private void add(IncidentAnswer row) {
            if (state != State.OPEN || row.open()) {
                rows.add(row);
            }
        }
    }

    private static Paging paging(Optional<Place> after) {
        return new Paging(
                Paging.NEWEST_FIRST, 0, BATCH, after.map(Place::values).orElse(List.of()), false);
    }

    private static Query in(State state) {
        return switch (state) {
            case ALL -> new Query.Everything();
            case OPEN -> new Query.Not(exactly(ACKNOWLEDGED, "true"));
            case ACKNOWLEDGED -> exactly(ACKNOWLEDGED, "true");
        };
    }
}
