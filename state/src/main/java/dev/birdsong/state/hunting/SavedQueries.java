// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.hunting;

import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.hunting.SavedQuery.Visible;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Scoped;
import dev.birdsong.state.sql.StateException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Keeps searches.
public final class SavedQueries {

    private final Database database;
    private final Ids ids;

    public SavedQueries(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /// Those of a user, and those of the scope's tenants, by name.
    public List<SavedQuery> list(String userId, TenantScope scope) {
        var scoped = new Scoped(scope, "tenant_id");
        return database.read(handle -> new SavedRows(handle)
                .where(
                        "owner_id = :user OR (tenant_id IS NOT NULL AND " + scoped.condition() + ")",
                        query -> scoped.bind(query.bind("user", userId))));
    }

    /// The one with this id, if it is there.
    public Optional<SavedQuery> find(String id) {
        return database.read(handle -> new SavedRows(handle).find(id));
    }

    /// Keeps one.
    ///
    /// @param query what it is to be, by the id that it gets
    /// @throws StateException if there is one of this name for the same people, or there is no such tenant
    public SavedQuery create(Function<String, SavedQuery> query) {
        SavedQuery asked = query.apply(ids.draw());
        return database.write(handle -> {
            check(handle, asked);
            new SavedRows(handle).insert(asked);
            return asked;
        });
    }

    /// Replaces it; whether it was there.
    ///
    /// @throws StateException as [#create] does
    public boolean edit(SavedQuery query) {
        return database.write(handle -> {
            check(handle, query);
            return new SavedRows(handle).update(query);
        });
    }

    /// Forgets it; whether it was there.
    public boolean delete(String id) {
        return database.write(handle -> handle.createUpdate("DELETE FROM saved_queries WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }

    private static void check(Handle handle, SavedQuery query) {
        if (query.visible() instanceof Visible.OfTenant(String tenant)
                && handle.createQuery("SELECT COUNT(*) FROM tenants WHERE id = :id")
                                .bind("id", tenant)
                                .mapTo(Long.class)
                                .one()
                        == 0) {
            throw new StateException.Missing("there is no tenant with the id '" + tenant + "'", "cust_id");
        }
        boolean taken = new SavedRows(handle)
                .where("name = :name", rows -> rows.bind("name", query.name())).stream()
                        .anyMatch(other -> !other.id().equals(query.id())
                                && other.visible().equals(query.visible()));
        if (taken) {
            throw new StateException.Conflict(
                    "there is a saved query named '" + query.name() + "' already: choose another name", "name");
        }
    }
}
