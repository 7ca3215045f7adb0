// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.profile;

import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.Scoped;
import dev.birdsong.state.sql.StateException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Keeps the data analyzer profiles.
public final class Profiles {

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Profiles(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /// All of them, by name.
    public List<Profile> list() {
        return database.read(handle -> where(handle, "1 = 1", ""));
    }

    /// The one with this id, if it is there.
    public Optional<Profile> find(String id) {
        return database.read(handle -> where(handle, "id = :value", id).stream().findFirst());
    }

    /// The profiles that have this connector, by name; empty: no node runs it.
    public List<Profile> of(String connectorId) {
        return database.read(handle -> where(
                handle,
                "all_connectors OR id IN (SELECT profile_id FROM profile_connectors WHERE connector_id = :value)",
                connectorId));
    }

    /// The ids of the connectors that no node runs, by name.
    public List<String> connectorsInNone(TenantScope scope) {
        var scoped = new Scoped(scope, "c.tenant_id");
        return database.read(handle -> scoped.bind(handle.createQuery("SELECT c.id FROM connectors c WHERE "
                        + scoped.condition() + " AND NOT EXISTS (SELECT 1 FROM profiles WHERE all_connectors)"
                        + " AND NOT EXISTS (SELECT 1 FROM profile_connectors m WHERE m.connector_id = c.id)"
                        + " ORDER BY c.name, c.id"))
                .mapTo(String.class)
                .list());
    }

    /// Makes one.
    ///
    /// @throws StateException if the name is in use, or there is no such connector
    public Profile create(String name, boolean all, List<String> connectors) {
        Profile profile = new Profile(ids.draw(), name, all, connectors);
        return database.write(handle -> {
            checkName(handle, profile);
            bind(
                    handle,
                    profile,
                    "INSERT INTO profiles (id, name, all_connectors, created_at)" + " VALUES (:id, :name, :all, :at)");
            insertMembers(handle, profile.id(), profile.connectors());
            return profile;
        });
    }

    /// Replaces it; whether it was there.
    ///
    /// @throws StateException if the name is in use, or there is no such connector
    public boolean edit(Profile profile) {
        return database.write(handle -> {
            checkName(handle, profile);
            int found = bind(handle, profile, "UPDATE profiles SET name = :name, all_connectors = :all WHERE id = :id");
            if (found > 0) {
                bind(handle, profile, "DELETE FROM profile_connectors WHERE profile_id = :id");
                insertMembers(handle, profile.id(), profile.connectors());
            }
            return found > 0;
        });
    }

    /// Adds connectors to it, whatever others it has.
    ///
    /// @throws StateException if there is no such connector
    public void add(String id, List<String> connectors) {
        database.write(handle -> {
            insertMembers(handle, id, connectors);
            return connectors.size();
        });
    }

    /// Takes connectors out of it, whatever others it has.
    public void remove(String id, List<String> connectors) {
        database.write(handle -> {
            members(
                    handle,
                    "DELETE FROM profile_connectors WHERE profile_id = :profile AND connector_id = :connector",
                    id,
                    connectors);
            return connectors.size();
        });
    }

    /// Deletes it; whether it was there. Connectors that are in no other one are run by no node from then on.
    ///
    /// @throws StateException.Conflict if it is the one that every installation has
    public boolean delete(String id) {
        if (id.equals(Profile.DEFAULT_ID)) {
            throw new StateException.Conflict("the first profile stays: new connectors go into it", "");
        }
        return database.write(handle -> handle.createUpdate("DELETE FROM profiles WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }

    private int bind(Handle handle, Profile profile, String sql) {
        return handle.createUpdate(sql)
                .bind("id", profile.id())
                .bind("name", profile.name())
                .bind("all", profile.all())
                .bind("at", clock.millis())
                .execute();
    }

    private static void insertMembers(Handle handle, String profile, List<String> connectors) {
        checkConnectors(handle, connectors);
        members(
                handle,
                "INSERT INTO profile_connectors (profile_id, connector_id) VALUES (:profile, :connector)"
                        + " ON CONFLICT DO NOTHING",
                profile,
                connectors);
    }

    private static void members(Handle handle, String sql, String profile, List<String> connectors) {
        PreparedBatch batch = handle.prepareBatch(sql);
        connectors.forEach(connector ->
                batch.bind("profile", profile).bind("connector", connector).add());
        batch.execute();
    }

    private static void checkConnectors(Handle handle, List<String> connectors) {
        for (String connector : connectors) {
            boolean known = handle.createQuery("SELECT id FROM connectors WHERE id = :id")
                    .bind("id", connector)
                    .mapTo(String.class)
                    .findOne()
                    .isPresent();
            if (!known) {
                throw new StateException.Missing("there is no connector with the id '" + connector + "'", "connectors");
            }
        }
    }

    private static void checkName(Handle handle, Profile profile) {
        handle.createQuery("SELECT id FROM profiles WHERE name = :name AND id <> :id")
                .bind("name", profile.name())
                .bind("id", profile.id())
                .mapTo(String.class)
                .findOne()
                .ifPresent(_ -> {
                    throw new StateException.Conflict(
                            "there is a profile named '" + profile.name() + "' already: choose another name", "name");
                });
    }

    private record Member(String profile, String connector) {}

    private static List<Profile> where(Handle handle, String condition, String value) {
        Map<String, List<String>> members = handle.createQuery("SELECT m.profile_id, m.connector_id"
                        + " FROM profile_connectors m JOIN connectors c ON c.id = m.connector_id ORDER BY c.name, c.id")
                .map((columns, _) ->
                        new Member(new Row(columns).text("profile_id"), new Row(columns).text("connector_id")))
                .collect(Collectors.groupingBy(
                        Member::profile, Collectors.mapping(Member::connector, Collectors.toList())));
        return handle.createQuery("SELECT * FROM profiles WHERE " + condition + " ORDER BY name")
                .bind("value", value)
                .map((columns, _) -> profile(new Row(columns), members))
                .list();
    }

    private static Profile profile(Row row, Map<String, List<String>> members) throws SQLException {
        return new Profile(
                row.text("id"),
                row.text("name"),
                row.flag("all_connectors"),
                members.getOrDefault(row.text("id"), List.of()));
    }
}
