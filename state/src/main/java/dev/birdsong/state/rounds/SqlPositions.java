// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.StateException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where streams go on, to be looked at and to be set back. Rounds move them by their lease.
public final class SqlPositions {

    private final Database database;

    public SqlPositions(Database database) {
        this.database = database;
    }

    /// Where a content type goes on.
    ///
    /// @param movedAt when it last moved; empty: never
    /// @param held whether a round runs
    public record Kept(String contentType, Position position, Optional<Instant> movedAt, boolean held) {}

    /// Those of a source, by content type.
    public List<Kept> of(String sourceKey) {
        return database.read(handle -> handle.createQuery("SELECT content_type, position, moved_at,"
                        + " CASE WHEN lease IS NOT NULL AND leased_until > <now> THEN 1 ELSE 0 END AS held"
                        + " FROM positions WHERE source_key = :source ORDER BY content_type")
                .bind("source", sourceKey)
                .map((columns, _) -> kept(new Row(columns)))
                .list());
    }

    private static Kept kept(Row row) throws SQLException {
        return new Kept(
                row.text("content_type"),
                new Position(row.text("position")),
                row.optionalTime("moved_at"),
                row.number("held") > 0);
    }

    /// Where the stream goes on; [Position#START] if it never ran.
    ///
    /// @throws PositionException if it cannot be read
    public Position load(StreamKey stream) {
        try {
            return database.read(handle -> handle.createQuery(
                                    "SELECT position FROM positions WHERE source_key = :source AND content_type = :type")
                            .bind("source", stream.sourceKey())
                            .bind("type", stream.contentType())
                            .mapTo(String.class)
                            .findOne())
                    .map(Position::new)
                    .orElse(Position.START);
        } catch (StateException e) {
            throw new PositionException(
                    "cannot read the position of " + stream.contentType() + ": " + e.getMessage(), e);
        }
    }

    /// Sets it, unless a round runs; whether it did.
    public boolean set(StreamKey stream, Position position) {
        return database.write(handle -> handle.createUpdate("""
                                INSERT INTO positions (source_key, content_type, position, moved_at, leased_until)
                                VALUES (:source, :type, :position, <now>, 0)
                                ON CONFLICT (source_key, content_type) DO UPDATE
                                SET position = excluded.position, moved_at = excluded.moved_at
                                WHERE positions.lease IS NULL OR positions.leased_until <= <now>
                                """)
                        .bind("source", stream.sourceKey())
                        .bind("type", stream.contentType())
                        .bind("position", position.text())
                        .execute()
                > 0);
    }
}
