// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.reconcile.Changes;
import dev.birdsong.engine.reconcile.MissingThing;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// What a complete walk did not meet, as rows.
record MissingRows(Handle handle, StreamKey stream) {

    private static final String MISSED = """
            INSERT INTO missing_things (source_key, content_type, thing, missed_at, episode)
            VALUES (:source, :type, :thing, :at, 0)
            ON CONFLICT (source_key, content_type, thing) DO UPDATE SET missed_at = excluded.missed_at
            """;

    private static final String THING = Streams.ONE + " AND thing = :thing";

    List<MissingThing> list() {
        return Streams.bind(handle.createQuery("SELECT * FROM missing_things" + Streams.ONE), stream)
                .map((columns, _) -> thing(new Row(columns)))
                .list();
    }

    private static MissingThing thing(Row row) throws SQLException {
        return new MissingThing(
                row.number("thing"),
                row.optionalTime("missed_at"),
                row.optionalTime("marked_at"),
                row.optionalTime("returned_at"),
                row.number("episode"));
    }

    void returning(List<Long> things, Instant at) {
        each("UPDATE missing_things SET returned_at = :at" + THING + " AND returned_at IS NULL", things, at);
    }

    void apply(Changes changes, Instant at) {
        each(MISSED, changes.missed(), at);
        each("UPDATE missing_things SET marked_at = :at" + THING, changes.marked(), at);
        each(
                "UPDATE missing_things SET missed_at = NULL, marked_at = NULL, returned_at = NULL,"
                        + " episode = episode + 1" + THING,
                changes.returned(),
                at);
        each("UPDATE missing_things SET missed_at = NULL" + THING, changes.shown(), at);
        each("DELETE FROM missing_things" + THING + " AND episode = 0", changes.shown(), at);
    }

    private void each(String sql, List<Long> things, Instant at) {
        PreparedBatch batch = handle.prepareBatch(sql);
        things.forEach(thing -> Streams.bind(batch, stream)
                .bind("thing", thing)
                .bind("at", at.toEpochMilli())
                .add());
        batch.execute();
    }
}
