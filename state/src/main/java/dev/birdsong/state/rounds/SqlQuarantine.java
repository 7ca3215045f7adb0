// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.Quarantine;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.run.KeptUnreadable;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.record.Document;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.StateException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// Keeps in the database what could not be read.
public final class SqlQuarantine implements Quarantine, KeptUnreadable {

    private static final String ENTRY = "SELECT content_type, id, reason, LENGTH(content) AS bytes, kept_at, tried_at"
            + " FROM quarantine WHERE source_key = :source";

    private final Database database;

    public SqlQuarantine(Database database) {
        this.database = database;
    }

    /// Something that could not be read, without its content.
    ///
    /// @param reason why it could not be read when that was last tried
    /// @param keptAt when it was kept
    /// @param triedAt when it was last read again
    public record Entry(
            String contentType, String id, String reason, long bytes, Instant keptAt, Optional<Instant> triedAt) {}

    @Override
    public void keep(StreamKey stream, Quarantined unreadable) {
        try {
            database.write(handle -> handle.createUpdate("""
                            INSERT INTO quarantine (source_key, content_type, id, reason, content, kept_at, position)
                            VALUES (:source, :type, :id, :reason, :content, <now>, COALESCE((SELECT position
                                FROM positions WHERE source_key = :source AND content_type = :type), ''))
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("source", stream.sourceKey())
                    .bind("type", stream.contentType())
                    .bind("id", unreadable.id())
                    .bind("reason", unreadable.reason())
                    .bind("content", unreadable.content().bytes())
                    .execute());
        } catch (StateException e) {
            throw new PositionException("cannot keep an unreadable record: " + e.getMessage(), e);
        }
    }

    /// What is kept of a source, newest first, at most so much.
    public List<Entry> list(String sourceKey, int atMost) {
        return database.read(handle -> handle.createQuery(ENTRY + " ORDER BY kept_at DESC, id LIMIT :most")
                .bind("source", sourceKey)
                .bind("most", atMost)
                .map((columns, _) -> entry(new Row(columns)))
                .list());
    }

    /// One of a source, if it is kept.
    public Optional<Entry> entry(String sourceKey, String id) {
        return database.read(handle -> handle.createQuery(ENTRY + " AND id = :id LIMIT 1")
                .bind("source", sourceKey)
                .bind("id", id)
                .map((columns, _) -> entry(new Row(columns)))
                .findOne());
    }

    /// How much is kept of a source.
    public long count(String sourceKey) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM quarantine WHERE source_key = :source")
                .bind("source", sourceKey)
                .mapTo(Long.class)
                .one());
    }

    /// How much is kept of a stream.
    public long count(StreamKey stream) {
        return database.read(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM quarantine WHERE source_key = :source AND content_type = :type")
                .bind("source", stream.sourceKey())
                .bind("type", stream.contentType())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<Key> keys(String sourceKey) {
        return database.read(handle -> handle.createQuery(
                        "SELECT content_type, id FROM quarantine WHERE source_key = :source ORDER BY kept_at, id")
                .bind("source", sourceKey)
                .map((columns, _) ->
                        new Key(new StreamKey(sourceKey, columns.getString("content_type")), columns.getString("id")))
                .list());
    }

    @Override
    public Optional<Kept> find(Key key) {
        return database.read(handle -> bound(
                        handle.createQuery("SELECT position, content FROM quarantine WHERE source_key = :source"
                                + " AND content_type = :type AND id = :id"),
                        key)
                .map((columns, _) -> new Kept(
                        new Position(columns.getString("position")), Document.owning(columns.getBytes("content"))))
                .findOne());
    }

    @Override
    public void read(Key key) {
        database.write(handle -> bound(
                        handle.createUpdate("DELETE FROM quarantine WHERE source_key = :source"
                                + " AND content_type = :type AND id = :id"),
                        key)
                .execute());
    }

    @Override
    public void stays(Key key, String reason) {
        database.write(handle -> bound(
                        handle.createUpdate("UPDATE quarantine SET reason = :reason, tried_at = <now>"
                                + " WHERE source_key = :source AND content_type = :type AND id = :id"),
                        key)
                .bind("reason", reason)
                .execute());
    }

    private static <T extends SqlStatement<T>> T bound(T statement, Key key) {
        return statement
                .bind("source", key.stream().sourceKey())
                .bind("type", key.stream().contentType())
                .bind("id", key.id());
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.text("content_type"),
                row.text("id"),
                row.text("reason"),
                row.number("bytes"),
                row.time("kept_at"),
                row.optionalTime("tried_at"));
    }
}
