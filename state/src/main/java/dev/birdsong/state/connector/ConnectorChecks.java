// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.StateException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What must hold before a connector is written.
record ConnectorChecks(Handle handle) {

    void tenantExists(String tenantId) {
        if (count("SELECT COUNT(*) FROM tenants WHERE id = :value", tenantId) == 0) {
            throw new StateException.Missing("there is no tenant with the id '" + tenantId + "'", "cust_id");
        }
    }

    void nameIsFree(Connector connector) {
        boolean taken = handle.createQuery("SELECT COUNT(*) FROM connectors WHERE tenant_id = :tenant AND name = :name")
                        .bind("tenant", connector.general().tenantId())
                        .bind("name", connector.general().name())
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (taken) {
            throw new StateException.Conflict(
                    "this tenant has a connector named '" + connector.general().name()
                            + "' already: choose another name",
                    "name");
        }
    }

    void filtersExist(Connector connector) {
        for (String filter : connector.collecting().logFilters()) {
            boolean known = handle.createQuery("SELECT COUNT(*) FROM log_filters"
                                    + " WHERE id = :id AND (tenant_id IS NULL OR tenant_id = :tenant)")
                            .bind("id", filter)
                            .bind("tenant", connector.general().tenantId())
                            .mapTo(Long.class)
                            .one()
                    > 0;
            if (!known) {
                throw new StateException.Missing(
                        "there is no log filter with the id '" + filter + "' for this tenant", "filter_list");
            }
        }
    }

    void collectsAlone(Connector connector) {
        List<String> contentTypes = connector.configuration().contentTypes();
        if (!connector.collecting().active() || contentTypes.isEmpty()) {
            return;
        }
        handle.createQuery("""
                        SELECT c.name, s.content_type FROM connector_streams s JOIN connectors c ON c.id = s.connector_id
                        WHERE s.source_key = :source AND s.active AND s.connector_id <> :id
                          AND s.content_type IN (<types>) ORDER BY c.name, s.number LIMIT 1
                        """)
                .bind("source", connector.sourceKey())
                .bind("id", connector.id())
                .bindList("types", contentTypes)
                .map((columns, _) ->
                        new Row(columns).text("name") + "' collects " + new Row(columns).text("content_type"))
                .findOne()
                .ifPresent(other -> {
                    throw new StateException.Conflict(
                            "the connector '" + other + " of this console already: pause it, or collect something else",
                            "conf.host");
                });
    }

    String profileNamed(String name) {
        return handle.createQuery("SELECT id FROM profiles WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new StateException.Missing(
                        "there is no data analyzer profile named '" + name + "'", "profiles"));
    }

    private long count(String sql, String value) {
        return handle.createQuery(sql).bind("value", value).mapTo(Long.class).one();
    }
}
