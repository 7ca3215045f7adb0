// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.Quarantine;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.StateException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps in the database what could not be read.
public final class SqlQuarantine implements Quarantine {

    private final Database database;

    public SqlQuarantine(Database database) {
        this.database = database;
    }

    /// Something that could not be read, without its content.
    public record Entry(String contentType, String id, String reason, long bytes, Instant keptAt) {}

    @Override
    public void keep(StreamKey stream, Quarantined unreadable) {
        try {
            database.write(handle -> handle.createUpdate("""
                            INSERT INTO quarantine (source_key, content_type, id, reason, content, kept_at)
                            VALUES (:source, :type, :id, :reason, :content, <now>)
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
        return database.read(handle -> handle.createQuery("SELECT content_type, id, reason, LENGTH(content) AS bytes,"
                        + " kept_at FROM quarantine WHERE source_key = :source ORDER BY kept_at DESC, id LIMIT :most")
                .bind("source", sourceKey)
                .bind("most", atMost)
                .map((columns, _) -> entry(new Row(columns)))
                .list());
    }

    /// What the console sent, if it is kept.
    public Optional<byte[]> content(StreamKey stream, String id) {
        return database.read(handle -> handle.createQuery("SELECT content FROM quarantine"
                        + " WHERE source_key = :source AND content_type = :type AND id = :id")
                .bind("source", stream.sourceKey())
                .bind("type", stream.contentType())
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne());
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

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.text("content_type"), row.text("id"), row.text("reason"), row.number("bytes"), row.time("kept_at"));
    }
}
