// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.tenant;

import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.Scoped;
import dev.birdsong.state.sql.StateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Keeps the tenants.
public final class Tenants {

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Tenants(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /// Those in the scope, by name.
    public List<Tenant> list(TenantScope scope) {
        var scoped = new Scoped(scope, "id");
        return database.read(handle -> scoped.bind(handle.createQuery(
                        "SELECT * FROM tenants WHERE " + scoped.condition() + " ORDER BY LOWER(name), id"))
                .map((row, _) -> tenant(row))
                .list());
    }

    /// The one with this id, if it is there.
    public Optional<Tenant> find(String id) {
        return findBy("id", id);
    }

    /// The one with this name, if it is there.
    public Optional<Tenant> named(String name) {
        return findBy("name", name);
    }

    private Optional<Tenant> findBy(String column, String value) {
        return database.read(handle -> handle.createQuery("SELECT * FROM tenants WHERE " + column + " = :value")
                .bind("value", value)
                .map((row, _) -> tenant(row))
                .findOne());
    }

    /// Makes one.
    ///
    /// @throws StateException.Conflict if the name is in use
    public Tenant create(String name, String info) {
        Tenant tenant = new Tenant(ids.draw(), name, info, clock.instant());
        return database.write(handle -> {
            checkName(handle, tenant.id(), name);
            handle.createUpdate("INSERT INTO tenants (id, name, info, created_at) VALUES (:id, :name, :info, :at)")
                    .bind("id", tenant.id())
                    .bind("name", name)
                    .bind("info", info)
                    .bind("at", tenant.createdAt().toEpochMilli())
                    .execute();
            return tenant;
        });
    }

    /// Renames it; nothing if there is none with this id.
    ///
    /// @throws StateException.Conflict if the name is in use
    public Optional<Tenant> edit(String id, String name, String info) {
        database.write(handle -> {
            checkName(handle, id, name);
            return handle.createUpdate("UPDATE tenants SET name = :name, info = :info WHERE id = :id")
                    .bind("id", id)
                    .bind("name", name)
                    .bind("info", info)
                    .execute();
        });
        return find(id);
    }

    /// What would go with it.
    public Dependents dependents(String id) {
        return database.read(handle -> new Dependents(
                names(handle, "SELECT name FROM connectors WHERE tenant_id = :id ORDER BY name", id),
                names(handle, "SELECT email FROM users WHERE " + TenantDeletion.ONLY_IN_IT + " ORDER BY email", id),
                names(handle, "SELECT name FROM log_filters WHERE tenant_id = :id ORDER BY name", id)));
    }

    /// Deletes it with everything that is only its own; whether it was there.
    public boolean delete(String id) {
        return database.write(handle -> new TenantDeletion(handle, id).run());
    }

    private static List<String> names(Handle handle, String sql, String id) {
        return handle.createQuery(sql).bind("id", id).mapTo(String.class).list();
    }

    private static void checkName(Handle handle, String id, String name) {
        handle.createQuery("SELECT id FROM tenants WHERE name = :name AND id <> :id")
                .bind("name", name)
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .ifPresent(_ -> {
                    throw new StateException.Conflict(
                            "there is a tenant named '" + name + "' already: choose another name", "cust_name");
                });
    }

    private static Tenant tenant(ResultSet columns) throws SQLException {
        Row row = new Row(columns);
        return new Tenant(row.text("id"), row.text("name"), row.text("info"), row.time("created_at"));
    }
}
