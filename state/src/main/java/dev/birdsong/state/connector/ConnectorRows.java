// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.state.sql.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Connectors, put together from their tables.
record ConnectorRows(Handle handle) {

    private static final String FROM = " FROM connectors c JOIN tenants t ON t.id = c.tenant_id ";

    private static final String SELECT = """
            SELECT c.*, t.name AS tenant_name,
              (SELECT string_agg(s.content_type, ',' ORDER BY s.number) FROM connector_streams s
                WHERE s.connector_id = c.id) AS content_types,
              (SELECT string_agg(f.filter_id, ',' ORDER BY f.number) FROM connector_filters f
                WHERE f.connector_id = c.id) AS filters,
              (SELECT string_agg(p.id, ',' ORDER BY p.name) FROM profiles p
                WHERE p.all_connectors OR EXISTS (SELECT 1 FROM profile_connectors m
                  WHERE m.profile_id = p.id AND m.connector_id = c.id)) AS profiles
            """ + FROM + "WHERE c.id IN (<ids>)";

    Optional<KeptConnector> find(String id) {
        return Optional.ofNullable(byId(List.of(id)).get(id));
    }

    ConnectorPage page(ConnectorQuery query) {
        String where = FROM + "WHERE " + query.condition();
        long total = query.bind(handle.createQuery("SELECT COUNT(*)" + where))
                .mapTo(Long.class)
                .one();
        Query ids = handle.createQuery("SELECT c.id" + where + query.ordering() + " LIMIT :size OFFSET :offset")
                .bind("size", query.slice().size())
                .bind("offset", (long) query.slice().page() * query.slice().size());
        return new ConnectorPage(
                total, inOrder(query.bind(ids).mapTo(String.class).list()));
    }

    private List<KeptConnector> inOrder(List<String> ids) {
        Map<String, KeptConnector> found = byId(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    private Map<String, KeptConnector> byId(List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(SELECT)
                .bindList("ids", ids)
                .map((columns, _) -> kept(columns))
                .collect(Collectors.toMap(kept -> kept.connector().id(), Function.identity()));
    }

    private static KeptConnector kept(ResultSet columns) throws SQLException {
        Row row = new Row(columns);
        return new KeptConnector(connector(row), row.text("tenant_name"), list(row, "profiles"));
    }

    private static Connector connector(Row row) throws SQLException {
        return new Connector(
                row.text("id"),
                row.text("source_key"),
                new Connector.General(
                        row.text("tenant_id"),
                        row.text("name"),
                        row.text("category"),
                        row.text("type"),
                        row.text("run_on")),
                new Connector.Configuration(
                        row.text("host"),
                        Duration.ofMillis(row.number("interval_ms")),
                        list(row, "content_types"),
                        row.optionalTime("start_at")),
                new Connector.Collecting(row.flag("active"), list(row, "filters")),
                new Connector.Revision(row.number("revision"), row.time("created_at"), row.time("modified_at")));
    }

    private static List<String> list(Row row, String column) throws SQLException {
        return row.optionalText(column).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .toList();
    }
}
