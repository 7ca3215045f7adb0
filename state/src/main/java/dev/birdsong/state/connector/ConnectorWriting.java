// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.Connector.Configuration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/// Writes a connector into its tables.
record ConnectorWriting(Handle handle) {

    void insert(Connector connector, byte[] sealedToken) {
        bind(handle.createUpdate("""
                                INSERT INTO connectors (id, tenant_id, source_key, name, category, type, run_on, host,
                                  interval_ms, start_at, active, sealed_token, revision, created_at, modified_at)
                                VALUES (:id, :tenant, :source, :name, :category, :type, :run_on, :host,
                                  :interval, :start, :active, :sealed, :revision, :created, :modified)
                                """), connector)
                .bind("tenant", connector.general().tenantId())
                .bind("name", connector.general().name())
                .bind("category", connector.general().category())
                .bind("type", connector.general().type())
                .bind("run_on", connector.general().runOn())
                .bind("sealed", sealedToken)
                .bind("created", connector.revision().createdAt().toEpochMilli())
                .execute();
        insertLists(connector);
    }

    void update(Connector connector) {
        bind(handle.createUpdate("""
                                UPDATE connectors SET source_key = :source, host = :host, interval_ms = :interval,
                                  start_at = :start, active = :active, revision = :revision, modified_at = :modified
                                WHERE id = :id
                                """), connector).execute();
        for (String table : List.of("connector_streams", "connector_filters")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE connector_id = :id")
                    .bind("id", connector.id())
                    .execute();
        }
        insertLists(connector);
    }

    void replaceToken(String connectorId, byte[] sealedToken) {
        handle.createUpdate("UPDATE connectors SET sealed_token = :sealed WHERE id = :id")
                .bind("id", connectorId)
                .bind("sealed", sealedToken)
                .execute();
    }

    void join(String connectorId, List<String> profileIds) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO profile_connectors (profile_id, connector_id)"
                + " VALUES (:profile, :connector) ON CONFLICT DO NOTHING");
        profileIds.forEach(profile ->
                batch.bind("profile", profile).bind("connector", connectorId).add());
        batch.execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Connector connector) {
        Configuration configuration = connector.configuration();
        return statement
                .bind("id", connector.id())
                .bind("source", connector.sourceKey())
                .bind("host", configuration.host())
                .bind("interval", configuration.interval().toMillis())
                .bind("start", configuration.start().map(Instant::toEpochMilli))
                .bind("active", connector.collecting().active())
                .bind("revision", connector.revision().number())
                .bind("modified", connector.revision().modifiedAt().toEpochMilli());
    }

    private void insertLists(Connector connector) {
        PreparedBatch streams = handle.prepareBatch("INSERT INTO connector_streams (connector_id, content_type, number,"
                + " source_key, active) VALUES (:connector, :type, :number, :source, :active)");
        List<String> types = connector.configuration().contentTypes();
        for (int number = 0; number < types.size(); number++) {
            streams.bind("connector", connector.id())
                    .bind("type", types.get(number))
                    .bind("number", number)
                    .bind("source", connector.sourceKey())
                    .bind("active", connector.collecting().active())
                    .add();
        }
        streams.execute();
        PreparedBatch filters = handle.prepareBatch("INSERT INTO connector_filters (connector_id, filter_id, number)"
                + " VALUES (:connector, :filter, :number)");
        List<String> used = connector.collecting().logFilters();
        for (int number = 0; number < used.size(); number++) {
            filters.bind("connector", connector.id())
                    .bind("filter", used.get(number))
                    .bind("number", number)
                    .add();
        }
        filters.execute();
    }
}
