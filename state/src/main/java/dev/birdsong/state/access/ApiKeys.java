// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.StateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Keeps the API keys, by their hash.
public final class ApiKeys {

    private static final String TENANTS = "api_key_tenants";
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public ApiKeys(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /// All of them, by name.
    public List<ApiKey> list() {
        return database.read(handle -> {
            Map<String, Set<String>> tenants = new ScopeRows(handle, TENANTS).all();
            return handle.createQuery("SELECT * FROM api_keys ORDER BY LOWER(name), id")
                    .map((columns, _) -> key(columns, tenants.getOrDefault(columns.getString("id"), Set.of())))
                    .list();
        });
    }

    /// The one with this id, if it is there.
    public Optional<ApiKey> find(String id) {
        return findBy("id", id);
    }

    /// The one that this key is, if it is there; it may be off, or have expired.
    public Optional<ApiKey> of(Secret key) {
        return findBy("hash", KeyHash.of(key).text());
    }

    private Optional<ApiKey> findBy(String column, String value) {
        return database.read(handle -> handle.createQuery("SELECT * FROM api_keys WHERE " + column + " = :value")
                .bind("value", value)
                .map((columns, _) -> key(columns, new ScopeRows(handle, TENANTS).of(columns.getString("id"))))
                .findOne());
    }

    /// Keeps one, of which the hash alone stays.
    ///
    /// @param key drawn by a [KeyMaker], or given by the operator
    /// @param access no more than its user's; the caller has checked
    /// @throws StateException if there is no such user or tenant
    public ApiKey create(String userId, String name, Secret key, Access access, Optional<Instant> expiresAt) {
        ApiKey made = new ApiKey(
                ids.draw(),
                userId,
                name,
                access,
                new ApiKey.Life(true, clock.instant(), expiresAt, Optional.empty()),
                1);
        return database.write(handle -> {
            checkUser(handle, userId);
            handle.createUpdate("INSERT INTO api_keys (id, user_id, name, hash, role, all_tenants, enabled, created_at,"
                            + " expires_at, stamp)"
                            + " VALUES (:id, :user, :name, :hash, :role, :all, TRUE, :created, :expires, 1)")
                    .bind("id", made.id())
                    .bind("user", userId)
                    .bind("name", name)
                    .bind("hash", KeyHash.of(key).text())
                    .bind("role", access.role().name())
                    .bind("all", access.scope() instanceof TenantScope.All)
                    .bind("created", made.life().createdAt().toEpochMilli())
                    .bind("expires", expiresAt.map(Instant::toEpochMilli))
                    .execute();
            new ScopeRows(handle, TENANTS).replace(made.id(), access.scope());
            return made;
        });
    }

    /// Replaces name, access, and whether it is on; whether it was there.
    public boolean edit(String id, String name, Access access, boolean enabled) {
        return database.write(handle -> {
            int found = handle.createUpdate("UPDATE api_keys SET name = :name, role = :role, all_tenants = :all,"
                            + " enabled = :enabled, stamp = stamp + 1 WHERE id = :id")
                    .bind("id", id)
                    .bind("name", name)
                    .bind("role", access.role().name())
                    .bind("all", access.scope() instanceof TenantScope.All)
                    .bind("enabled", enabled)
                    .execute();
            if (found > 0) {
                new ScopeRows(handle, TENANTS).replace(id, access.scope());
            }
            return found > 0;
        });
    }

    /// It was used. Written down once a minute.
    public void used(String id) {
        Instant now = clock.instant();
        database.read(handle -> handle.createQuery("SELECT id FROM api_keys WHERE id = :id"
                                + " AND (last_used_at IS NULL OR last_used_at <= :before)")
                        .bind("id", id)
                        .bind("before", now.minus(PRECISION).toEpochMilli())
                        .mapTo(String.class)
                        .findOne())
                .ifPresent(stale -> database.write(
                        handle -> handle.createUpdate("UPDATE api_keys SET last_used_at = :now WHERE id = :id")
                                .bind("id", stale)
                                .bind("now", now.toEpochMilli())
                                .execute()));
    }

    /// Deletes it; whether it was there.
    public boolean delete(String id) {
        return database.write(handle -> handle.createUpdate("DELETE FROM api_keys WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }

    private static void checkUser(Handle handle, String userId) {
        boolean known = handle.createQuery("SELECT id FROM users WHERE id = :id")
                .bind("id", userId)
                .mapTo(String.class)
                .findOne()
                .isPresent();
        if (!known) {
            throw new StateException.Missing("there is no user with the id '" + userId + "'", "user_id");
        }
    }

    private static ApiKey key(ResultSet columns, Set<String> tenants) throws SQLException {
        Row row = new Row(columns);
        return new ApiKey(
                row.text("id"),
                row.text("user_id"),
                row.text("name"),
                ScopeRows.access(row, tenants),
                new ApiKey.Life(
                        row.flag("enabled"),
                        row.time("created_at"),
                        row.optionalTime("expires_at"),
                        row.optionalTime("last_used_at")),
                row.number("stamp"));
    }
}
