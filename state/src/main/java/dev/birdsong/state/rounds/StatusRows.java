// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.connector.StreamStatus;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// The statuses of streams as rows.
record StatusRows(Handle handle) {

    private static final String WRITE = """
            INSERT INTO stream_status (connector_id, content_type, condition, condition_until, kind, http_status,
              message, since, running, ended, complete, activity, data, failures, rounds)
            VALUES (:connector, :type, :condition, :until, :kind, :http_status,
              :message, :since, :running, :ended, :complete, :activity, :data, :failures, :counted)
            ON CONFLICT (connector_id, content_type) DO UPDATE SET
              condition = excluded.condition, condition_until = excluded.condition_until, kind = excluded.kind,
              http_status = excluded.http_status, message = excluded.message, since = excluded.since,
              running = excluded.running, ended = excluded.ended, complete = excluded.complete,
              activity = excluded.activity, data = excluded.data, failures = excluded.failures,
              rounds = stream_status.rounds + excluded.rounds
            RETURNING rounds
            """;

    Optional<StreamStatus> find(String connectorId, String contentType) {
        return handle.createQuery(
                        "SELECT * FROM stream_status WHERE connector_id = :connector AND content_type = :type")
                .bind("connector", connectorId)
                .bind("type", contentType)
                .map((columns, _) -> status(new Row(columns)))
                .findOne();
    }

    /// Writes it; how many rounds the stream has had, with this one where it is counted.
    long write(String connectorId, StreamStatus status, boolean counted) {
        Update update = handle.createUpdate(WRITE);
        StreamStatus.Times times = status.times();
        return Conditions.bind(update, status.condition())
                .bind("connector", connectorId)
                .bind("type", status.contentType())
                .bind("since", status.since().toEpochMilli())
                .bind("running", millis(times.running()))
                .bind("ended", millis(times.ended()))
                .bind("complete", millis(times.complete()))
                .bind("activity", millis(times.activity()))
                .bind("data", millis(times.data()))
                .bind("failures", status.failures())
                .bind("counted", counted ? 1L : 0L)
                .execute((statement, _) -> {
                    try (var rows = statement.get().getResultSet()) {
                        return rows.next() ? rows.getLong(1) : 0L;
                    }
                });
    }

    private static Optional<Long> millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli);
    }

    /// Of a stream that was never seen.
    static StreamStatus fresh(String contentType, Instant since) {
        return new StreamStatus(
                contentType,
                new Condition.NeverRan(),
                since,
                new StreamStatus.Times(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                0);
    }

    static StreamStatus status(Row row) throws SQLException {
        return new StreamStatus(
                row.text("content_type"),
                Conditions.of(row),
                row.time("since"),
                new StreamStatus.Times(
                        row.optionalTime("running"),
                        row.optionalTime("ended"),
                        row.optionalTime("complete"),
                        row.optionalTime("activity"),
                        row.optionalTime("data")),
                row.smallNumber("failures"));
    }
}
