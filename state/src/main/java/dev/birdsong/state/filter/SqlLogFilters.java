// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.filter;

import dev.birdsong.engine.filter.FilterCondition;
import dev.birdsong.engine.filter.LogFilter;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Scoped;
import dev.birdsong.state.sql.StateException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Keeps the log filters.
public final class SqlLogFilters {

    private static final int MOST_NAMED = 10;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public SqlLogFilters(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /// Those of the scope's tenants and those for all tenants, by name.
    public List<LogFilter> list(TenantScope scope) {
        var scoped = new Scoped(scope, "f.tenant_id");
        String condition = "(f.tenant_id IS NULL OR " + scoped.condition() + ")";
        return database.read(handle -> new FilterRows(handle).where(condition, scoped::bind));
    }

    /// The one with this id, if it is there.
    public Optional<LogFilter> find(String id) {
        return database.read(handle -> new FilterRows(handle)
                .where("f.id = :id", query -> query.bind("id", id)).stream().findFirst());
    }

    /// Those of a connector, in its order.
    public List<LogFilter> ofConnector(String connectorId) {
        return database.read(handle -> new FilterRows(handle).ofConnector(connectorId));
    }

    /// How many connectors of the scope use each filter, by its id.
    public Map<String, Long> uses(TenantScope scope) {
        var scoped = new Scoped(scope, "c.tenant_id");
        return database.read(handle -> scoped.bind(handle.createQuery("SELECT f.filter_id, COUNT(*) AS uses"
                        + " FROM connector_filters f JOIN connectors c ON c.id = f.connector_id WHERE "
                        + scoped.condition() + " GROUP BY f.filter_id"))
                .map((columns, _) -> Map.entry(columns.getString("filter_id"), columns.getLong("uses")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// Makes one.
    ///
    /// @param tenantId the tenant whose connectors may use it; empty: every tenant's
    /// @throws StateException if the name is in use, or there is no such tenant
    public LogFilter create(String name, Optional<String> tenantId, List<FilterCondition> conditions) {
        LogFilter filter = new LogFilter(ids.draw(), name, tenantId, conditions);
        return database.write(handle -> {
            check(handle, filter);
            handle.createUpdate("INSERT INTO log_filters (id, tenant_id, name, created_at)"
                            + " VALUES (:id, :tenant, :name, :at)")
                    .bind("id", filter.id())
                    .bind("tenant", tenantId)
                    .bind("name", name)
                    .bind("at", clock.millis())
                    .execute();
            new FilterRows(handle).insertConditions(filter);
            return filter;
        });
    }

    /// Replaces it; whether it was there. Rounds take it up when they start.
    ///
    /// @throws StateException if the name is in use, or a connector of another tenant than the new one uses it
    public boolean edit(LogFilter filter) {
        return database.write(handle -> {
            check(handle, filter);
            checkUsers(handle, filter);
            int found = handle.createUpdate("UPDATE log_filters SET name = :name, tenant_id = :tenant WHERE id = :id")
                    .bind("id", filter.id())
                    .bind("tenant", filter.tenantId())
                    .bind("name", filter.name())
                    .execute();
            if (found > 0) {
                new FilterRows(handle).replaceConditions(filter);
            }
            return found > 0;
        });
    }

    /// Deletes it; whether it was there.
    ///
    /// @throws StateException.Conflict if connectors use it
    public boolean delete(String id) {
        return database.write(handle -> {
            List<String> users = users(handle, id, "1 = 1", "");
            if (!users.isEmpty()) {
                throw new StateException.Conflict(
                        "the log filter is used by " + String.join(", ", users)
                                + ": take it out of these connectors first",
                        "");
            }
            return handle.createUpdate("DELETE FROM log_filters WHERE id = :id")
                            .bind("id", id)
                            .execute()
                    > 0;
        });
    }

    private static void check(Handle handle, LogFilter filter) {
        handle.createQuery("SELECT id FROM log_filters WHERE name = :name AND id <> :id")
                .bind("name", filter.name())
                .bind("id", filter.id())
                .mapTo(String.class)
                .findOne()
                .ifPresent(_ -> {
                    throw new StateException.Conflict(
                            "there is a log filter named '" + filter.name() + "' already: choose another name", "name");
                });
        filter.tenantId().ifPresent(tenant -> checkTenant(handle, tenant));
    }

    private static void checkTenant(Handle handle, String tenantId) {
        boolean known = handle.createQuery("SELECT COUNT(*) FROM tenants WHERE id = :id")
                        .bind("id", tenantId)
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (!known) {
            throw new StateException.Missing("there is no tenant with the id '" + tenantId + "'", "cust_id");
        }
    }

    private static void checkUsers(Handle handle, LogFilter filter) {
        if (filter.tenantId().isEmpty()) {
            return;
        }
        List<String> users = users(
                handle, filter.id(), "c.tenant_id <> :tenant", filter.tenantId().get());
        if (!users.isEmpty()) {
            throw new StateException.Conflict(
                    "connectors of other tenants use the log filter: " + String.join(", ", users), "cust_id");
        }
    }

    private static List<String> users(Handle handle, String filterId, String condition, String tenant) {
        return handle.createQuery("SELECT c.name FROM connectors c JOIN connector_filters f ON f.connector_id = c.id"
                        + " WHERE f.filter_id = :id AND " + condition + " ORDER BY c.name LIMIT " + MOST_NAMED)
                .bind("id", filterId)
                .bind("tenant", tenant)
                .mapTo(String.class)
                .list();
    }
}
