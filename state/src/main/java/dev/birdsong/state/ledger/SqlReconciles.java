// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.ShownThing;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.reconcile.Changes;
import dev.birdsong.engine.reconcile.MissingThing;
import dev.birdsong.engine.reconcile.OpenWalk;
import dev.birdsong.engine.reconcile.OutsideCounts;
import dev.birdsong.engine.reconcile.Reconciles;
import dev.birdsong.engine.reconcile.StreamCheck;
import dev.birdsong.engine.reconcile.Verdict;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.state.rounds.CountColumns;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.Scoped;
import dev.birdsong.state.sql.StateException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;

/// How streams were compared with their sources, in the database.
public final class SqlReconciles implements Reconciles {

    private final Database database;

    public SqlReconciles(Database database) {
        this.database = database;
    }

    private <T> T read(StreamKey stream, HandleCallback<T, StateException> work) {
        return Streams.attempt(stream, () -> database.read(work));
    }

    private void write(StreamKey stream, Consumer<Handle> work) {
        Streams.attempt(
                stream,
                () -> database.write(handle -> {
                    work.accept(handle);
                    return true;
                }));
    }

    @Override
    public StreamCheck of(StreamKey stream) {
        return read(
                stream,
                handle -> Streams.bind(handle.createQuery("SELECT * FROM reconciles" + Streams.ONE), stream)
                        .map((columns, _) -> CheckRows.check(new Row(columns)))
                        .findOne()
                        .orElse(StreamCheck.NEVER));
    }

    @Override
    public Optional<Standing> standing(String connectorId, String contentType) {
        return database.read(handle -> handle.createQuery("""
                        SELECT c.type AS connector_type, p.position AS stream_position, r.*
                        FROM connectors c
                        LEFT JOIN reconciles r ON r.source_key = c.source_key AND r.content_type = :type
                        LEFT JOIN positions p ON p.source_key = c.source_key AND p.content_type = :type
                        WHERE c.id = :connector
                        """)
                .bind("connector", connectorId)
                .bind("type", contentType)
                .map((columns, _) -> standing(new Row(columns)))
                .findOne());
    }

    private static Standing standing(Row row) throws SQLException {
        return new Standing(
                row.text("connector_type"),
                new Position(row.optionalText("stream_position").orElse("")),
                row.optionalText("source_key").isPresent() ? CheckRows.check(row) : StreamCheck.NEVER);
    }

    /// Those of these sources, by stream; a stream that was never compared has none.
    public Map<StreamKey, StreamCheck> of(Collection<String> sourceKeys) {
        Map<StreamKey, StreamCheck> checks = new HashMap<>();
        if (!sourceKeys.isEmpty()) {
            database.read(handle -> handle.createQuery("SELECT * FROM reconciles WHERE source_key IN (<sources>)")
                            .bindList("sources", List.copyOf(sourceKeys))
                            .map((columns, _) -> Map.entry(
                                    new StreamKey(columns.getString("source_key"), columns.getString("content_type")),
                                    CheckRows.check(new Row(columns))))
                            .list())
                    .forEach(one -> checks.put(one.getKey(), one.getValue()));
        }
        return checks;
    }

    /// How the active connectors of a scope were compared last; a content type that never was has none.
    public List<Compared> compared(TenantScope scope) {
        var scoped = new Scoped(scope, "c.tenant_id");
        return database.read(handle -> scoped.bind(handle.createQuery("""
                        SELECT c.id AS connector_id, r.content_type, r.checked_at, r.missing, r.gaps_total, r.sees_less
                        FROM connectors c JOIN reconciles r ON r.source_key = c.source_key
                        WHERE c.active AND r.checked_at IS NOT NULL AND\s
                        """ + scoped.condition()))
                .map((columns, _) -> compared(new Row(columns)))
                .list());
    }

    private static Compared compared(Row row) throws SQLException {
        return new Compared(
                row.text("connector_id"),
                row.text("content_type"),
                row.time("checked_at"),
                row.number("missing") == 0 && row.number("gaps_total") == 0 && !row.flag("sees_less"));
    }

    @Override
    public void begin(StreamKey stream, OpenWalk walk) {
        write(stream, handle -> {
            new ShownRows(handle, stream).clear();
            Streams.bind(handle.createUpdate("""
                            INSERT INTO reconciles (source_key, content_type, walk_position, walk_epoch, walk_began_at)
                            VALUES (:source, :type, :position, :epoch, :began)
                            ON CONFLICT (source_key, content_type) DO UPDATE SET
                              walk_position = excluded.walk_position, walk_epoch = excluded.walk_epoch,
                              walk_began_at = excluded.walk_began_at, walk_complete = FALSE, pages = 0,
                              records_read = 0, created = 0, updated = 0, unchanged = 0, walk_filtered = 0,
                              walk_quarantined = 0, bytes = 0
                            """), stream)
                    .bind("position", walk.position().text())
                    .bind("epoch", walk.epoch())
                    .bind("began", walk.began().toEpochMilli())
                    .execute();
        });
    }

    @Override
    public void advance(StreamKey stream, Position next) {
        write(
                stream,
                handle -> Streams.bind(
                                handle.createUpdate("UPDATE reconciles SET walk_position = :position" + Streams.ONE),
                                stream)
                        .bind("position", next.text())
                        .execute());
    }

    @Override
    public void walked(StreamKey stream, RoundCounts more, boolean complete) {
        write(
                stream,
                handle -> CountColumns.bind(Streams.bind(handle.createUpdate("""
                        UPDATE reconciles SET walk_complete = :complete, pages = pages + :pages,
                          records_read = records_read + :read, created = created + :created,
                          updated = updated + :updated, unchanged = unchanged + :unchanged,
                          walk_filtered = walk_filtered + :filtered,
                          walk_quarantined = walk_quarantined + :quarantined, bytes = bytes + :bytes
                        """ + Streams.ONE), stream), more)
                        .bind("complete", complete)
                        .execute());
    }

    @Override
    public void shown(StreamKey stream, Consumer<ShownThing> consumer) {
        read(stream, handle -> {
            new ShownRows(handle, stream).each(consumer);
            return true;
        });
    }

    @Override
    public List<MissingThing> missing(StreamKey stream) {
        return read(stream, handle -> new MissingRows(handle, stream).list());
    }

    @Override
    public void returning(StreamKey stream, List<Long> things, Instant at) {
        write(stream, handle -> new MissingRows(handle, stream).returning(things, at));
    }

    @Override
    public void end(StreamKey stream, Verdict verdict, Changes changes, Instant dueAt) {
        write(stream, handle -> {
            new MissingRows(handle, stream).apply(changes, verdict.at());
            new ShownRows(handle, stream).clear();
            CheckRows.bind(Streams.bind(handle.createUpdate("""
                            INSERT INTO reconciles (source_key, content_type, due_at, began_at, checked_at, epoch,
                              complete_up_to, stored, filtered, quarantined, expired, missing, purged_up_to,
                              sees_less, gaps, gaps_total, notes)
                            VALUES (:source, :type, :due, :began, :at, :epoch, :complete, :stored, :filtered,
                              :quarantined, :expired, :missing, :purged, :less, :gaps, :total, :notes)
                            ON CONFLICT (source_key, content_type) DO UPDATE SET
                              due_at = excluded.due_at, began_at = excluded.began_at,
                              checked_at = excluded.checked_at, epoch = excluded.epoch,
                              complete_up_to = excluded.complete_up_to, stored = excluded.stored,
                              filtered = excluded.filtered, quarantined = excluded.quarantined,
                              expired = excluded.expired, missing = excluded.missing,
                              purged_up_to = excluded.purged_up_to, sees_less = excluded.sees_less,
                              gaps = excluded.gaps, gaps_total = excluded.gaps_total, notes = excluded.notes,
                              walk_position = NULL, walk_complete = FALSE
                            """), stream), verdict)
                    .bind("due", dueAt.toEpochMilli())
                    .execute();
        });
    }

    @Override
    public OutsideCounts outside(StreamKey stream) {
        return read(
                stream,
                handle -> new OutsideCounts(
                        Streams.bind(
                                        handle.createQuery("SELECT filter_id, COUNT(*) AS records FROM left_out"
                                                + Streams.ONE + " GROUP BY filter_id"),
                                        stream)
                                .reduceRows(new HashMap<String, Long>(), (counts, row) -> {
                                    counts.put(
                                            row.getColumn("filter_id", String.class),
                                            row.getColumn("records", Long.class));
                                    return counts;
                                }),
                        number(handle, stream, "SELECT COUNT(*) FROM quarantine" + Streams.ONE),
                        number(
                                handle,
                                stream,
                                "SELECT COALESCE(SUM(records), 0) FROM dropped_months" + Streams.ONE
                                        + " AND confirmed"),
                        number(
                                handle,
                                stream,
                                "SELECT COUNT(*) FROM missing_things" + Streams.ONE + " AND marked_at IS NOT NULL")));
    }

    @Override
    public long leftOut(StreamKey stream, long thing) {
        return read(
                stream,
                handle -> Streams.bind(
                                handle.createQuery(
                                        "SELECT COUNT(*) FROM left_out" + Streams.ONE + " AND thing = :thing"),
                                stream)
                        .bind("thing", thing)
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public List<RecordKey> leftOut(Held held, String after) {
        var stream = new StreamKey(held.sourceKey(), held.contentType());
        return read(
                stream,
                handle -> Streams.bind(
                                handle.createQuery("SELECT id, lake_index, happened_at FROM left_out" + Streams.ONE
                                        + " AND lake_index IS NOT NULL AND id > :after ORDER BY id LIMIT 1000"),
                                stream)
                        .bind("after", after)
                        .map((row, _) -> new RecordKey(
                                Index.valueOf(row.getString("lake_index")),
                                held.tenant(),
                                row.getString("id"),
                                row.getLong("happened_at")))
                        .list());
    }

    @Override
    public void kept(StreamKey stream, Set<String> ids) {
        if (!ids.isEmpty()) {
            write(stream, handle -> Streams.unmark(handle, stream, ids));
        }
    }

    private static long number(Handle handle, StreamKey stream, String sql) {
        return Streams.bind(handle.createQuery(sql), stream).mapTo(Long.class).one();
    }
}
