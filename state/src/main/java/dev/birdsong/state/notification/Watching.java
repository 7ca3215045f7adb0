// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;

/// Looks at the connectors that a rule watches: those that are active. A paused one is silent because somebody wants
/// it.
public final class Watching {

    private static final String WATCHED = """
            JOIN notification_rules r ON r.id = :rule AND (r.tenant_id IS NULL OR r.tenant_id = c.tenant_id)
            WHERE c.active AND (r.all_connectors OR EXISTS (SELECT 1 FROM notification_rule_connectors w
              WHERE w.rule_id = r.id AND w.connector_id = c.id))
            """;

    private static final String SILENT =
            """
            SELECT c.id, COALESCE(MAX(s.data), c.created_at) AS since FROM connectors c
            LEFT JOIN stream_status s ON s.connector_id = c.id
            """ + WATCHED + " GROUP BY c.id, c.created_at HAVING COALESCE(MAX(s.data), c.created_at) <= :before";

    // what fails now in one way and then in another has failed since the first of them
    private static final String FAILING = """
            SELECT c.id, MIN(f.since) AS since FROM connectors c
            JOIN (
              SELECT connector_id, content_type, since FROM stream_status WHERE condition = 'failing'
              UNION ALL
              SELECT o.connector_id, o.content_type, o.ended FROM stream_status s
              JOIN rounds o ON o.connector_id = s.connector_id AND o.content_type = s.content_type
                AND o.condition = 'failing' AND o.ended > COALESCE(s.activity, 0)
              WHERE s.condition = 'failing'
            ) f ON f.connector_id = c.id
            """ + WATCHED + """
              AND (f.content_type = 'ping' OR EXISTS (SELECT 1 FROM connector_streams t
                WHERE t.connector_id = c.id AND t.content_type = f.content_type))
            GROUP BY c.id HAVING MIN(f.since) <= :before
            """;

    private final Database database;

    public Watching(Database database) {
        this.database = database;
    }

    /// Ids of those that it watches now.
    public Set<String> connectors(String ruleId) {
        return database.read(handle -> handle.createQuery("SELECT c.id FROM connectors c " + WATCHED)
                .bind("rule", ruleId)
                .mapTo(String.class)
                .set());
    }

    /// Those of them that have brought no data since then, or since they were made.
    public List<Finding> silentSince(String ruleId, Instant before) {
        return findings(SILENT, ruleId, before);
    }

    /// Those of them of which a content type has been failing since then.
    public List<Finding> failingSince(String ruleId, Instant before) {
        return findings(FAILING, ruleId, before);
    }

    private List<Finding> findings(String sql, String ruleId, Instant before) {
        return database.read(handle -> {
            Query query = handle.createQuery(sql).bind("rule", ruleId).bind("before", before.toEpochMilli());
            return query.map((columns, _) -> finding(new Row(columns))).list();
        });
    }

    private static Finding finding(Row row) throws SQLException {
        return Finding.ofConnector(row.text("id"), row.time("since"));
    }
}
