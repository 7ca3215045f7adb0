// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.connector.StreamStatus;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// How connectors stand.
public final class Statuses {

    private final Database database;

    public Statuses(Database database) {
        this.database = database;
    }

    private record Of(String connector, StreamStatus status) {}

    /// Those of these connectors, by the connector's id; a content type that never began to run has none.
    public Map<String, List<StreamStatus>> of(Collection<String> connectorIds) {
        if (connectorIds.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM stream_status WHERE connector_id IN (<ids>) ORDER BY connector_id, content_type")
                .bindList("ids", List.copyOf(connectorIds))
                .map((columns, _) -> new Of(columns.getString("connector_id"), StatusRows.status(new Row(columns))))
                .collect(Collectors.groupingBy(Of::connector, Collectors.mapping(Of::status, Collectors.toList()))));
    }

    /// When a round of a content type last read all that there was, by the connector's id; one of which none ever did
    /// has
    /// none.
    public Map<String, Instant> completed(String contentType) {
        return database.read(handle -> handle.createQuery(
                        "SELECT connector_id, activity FROM stream_status WHERE content_type = :type AND activity > 0")
                .bind("type", contentType)
                .map((columns, _) ->
                        Map.entry(columns.getString("connector_id"), Instant.ofEpochMilli(columns.getLong("activity"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// What a ping between rounds found out.
    public void pinged(String connectorId, Condition condition, Instant at) {
        found(connectorId, StreamStatus.PING, condition, at);
    }

    /// What comparing a content type with its source found out.
    public void reconciled(String connectorId, String contentType, Condition condition, Instant at) {
        found(connectorId, StreamStatus.reconcile(contentType), condition, at);
    }

    private void found(String connectorId, String what, Condition condition, Instant at) {
        database.write(handle -> {
            if (exists(handle, connectorId)) {
                var rows = new StatusRows(handle);
                StreamStatus before = rows.find(connectorId, what).orElseGet(() -> StatusRows.fresh(what, at));
                rows.write(connectorId, new Standing(before).pinged(condition, at), false);
            }
            return true;
        });
    }

    /// A test was a success: what is failing or throttled is healthy, until the next round decides.
    public void clear(String connectorId, Instant at) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE stream_status SET condition = 'healthy', condition_until = NULL, kind = '', http_status = 0,
                          message = '', since = :at, failures = 0
                        WHERE connector_id = :connector AND condition IN ('failing', 'throttled')
                          AND content_type NOT LIKE '%/reconcile'
                        """)
                .bind("connector", connectorId)
                .bind("at", at.toEpochMilli())
                .execute());
    }

    /// Active connectors that neither ran nor were pinged since then, and are not throttled; the longest silent first,
    /// at most so
    /// many.
    public List<String> silentSince(Instant since, int atMost) {
        return database.read(handle -> handle.createQuery("""
                        SELECT c.id FROM connectors c LEFT JOIN stream_status s ON s.connector_id = c.id
                        WHERE c.active GROUP BY c.id
                        HAVING MAX(COALESCE(s.ended, 0)) < :since AND MAX(COALESCE(s.running, 0)) < :since
                          AND MAX(CASE WHEN s.condition = 'throttled' THEN 1 ELSE 0 END) = 0
                        ORDER BY MAX(COALESCE(s.ended, 0)), c.id LIMIT :most
                        """)
                .bind("since", since.toEpochMilli())
                .bind("most", atMost)
                .mapTo(String.class)
                .list());
    }

    private static boolean exists(Handle handle, String connectorId) {
        return handle.createQuery("SELECT COUNT(*) FROM connectors WHERE id = :id")
                        .bind("id", connectorId)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
