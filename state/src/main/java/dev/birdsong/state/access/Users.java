// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.StateException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Keeps the users. One Super Admin who sees every tenant and is enabled always stays.
public final class Users {

    private static final String TENANTS = "user_tenants";

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Users(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /// All of them, by email.
    public List<User> list() {
        return database.read(handle -> {
            Map<String, Set<String>> tenants = new ScopeRows(handle, TENANTS).all();
            return handle.createQuery("SELECT * FROM users ORDER BY LOWER(email)")
                    .map((columns, _) ->
                            user(new Row(columns), tenants.getOrDefault(columns.getString("id"), Set.of())))
                    .list();
        });
    }

    /// The one with this id, if it is there.
    public Optional<User> find(String id) {
        return database.read(handle -> find(handle, "id = :value", id));
    }

    /// The one with this email, case ignored, if it is there.
    public Optional<User> withEmail(String email) {
        return database.read(handle -> find(handle, "LOWER(email) = LOWER(:value)", email));
    }

    /// The hash of the password, if the user is there.
    public Optional<Secret> passwordHash(String id) {
        return database.read(handle -> handle.createQuery("SELECT password_hash FROM users WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(Secret::new));
    }

    /// Makes one.
    ///
    /// @throws StateException if the email is in use, or there is no such tenant
    public User create(String email, String name, Secret passwordHash, Access access) {
        User user = new User(ids.draw(), email, name, access, true, clock.instant(), 1);
        return database.write(handle -> {
            checkEmail(handle, user);
            bind(
                            handle.createUpdate("INSERT INTO users (id, email, name, password_hash, role, all_tenants,"
                                    + " enabled, created_at, stamp)"
                                    + " VALUES (:id, :email, :name, :hash, :role, :all, :enabled, :created, 1)"),
                            user)
                    .bind("hash", passwordHash.reveal())
                    .bind("created", user.createdAt().toEpochMilli())
                    .execute();
            new ScopeRows(handle, TENANTS).replace(user.id(), access.scope());
            return user;
        });
    }

    /// Replaces email, name, role, scope, and whether it is enabled; whether it was there.
    ///
    /// @throws StateException if the email is in use, there is no such tenant, or it is the last Super Admin
    public boolean edit(User user) {
        return database.write(handle -> {
            checkEmail(handle, user);
            int found = bind(
                            handle.createUpdate("UPDATE users SET email = :email, name = :name, role = :role,"
                                    + " all_tenants = :all, enabled = :enabled, stamp = stamp + 1 WHERE id = :id"),
                            user)
                    .execute();
            if (found > 0) {
                new ScopeRows(handle, TENANTS).replace(user.id(), user.access().scope());
                checkAdminStays(handle);
            }
            return found > 0;
        });
    }

    /// Replaces the password; whether the user was there.
    public boolean changePassword(String id, Secret passwordHash) {
        return database.write(handle ->
                handle.createUpdate("UPDATE users SET password_hash = :hash, stamp = stamp + 1 WHERE id = :id")
                                .bind("id", id)
                                .bind("hash", passwordHash.reveal())
                                .execute()
                        > 0);
    }

    /// Deletes it with its API keys; whether it was there.
    ///
    /// @throws StateException.Conflict if it is the last Super Admin
    public boolean delete(String id) {
        return database.write(handle -> {
            int found = handle.createUpdate("DELETE FROM users WHERE id = :id")
                    .bind("id", id)
                    .execute();
            if (found > 0) {
                checkAdminStays(handle);
            }
            return found > 0;
        });
    }

    private static void checkAdminStays(Handle handle) {
        long admins = handle.createQuery("SELECT COUNT(*) FROM users WHERE role = :role AND all_tenants AND enabled")
                .bind("role", Role.SUPER_ADMIN.name())
                .mapTo(Long.class)
                .one();
        if (admins == 0) {
            throw new StateException.Conflict(
                    "it is the last Super Admin who sees every tenant: make another one first", "");
        }
    }

    private static void checkEmail(Handle handle, User user) {
        find(handle, "LOWER(email) = LOWER(:value)", user.email())
                .filter(other -> !other.id().equals(user.id()))
                .ifPresent(_ -> {
                    throw new StateException.Conflict(
                            "there is a user with the email '" + user.email() + "' already: choose another one",
                            "email");
                });
    }

    private static Optional<User> find(Handle handle, String condition, String value) {
        return handle.createQuery("SELECT * FROM users WHERE " + condition)
                .bind("value", value)
                .map((columns, _) -> user(new Row(columns), new ScopeRows(handle, TENANTS).of(columns.getString("id"))))
                .findOne();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, User user) {
        return statement
                .bind("id", user.id())
                .bind("email", user.email())
                .bind("name", user.name())
                .bind("role", user.access().role().name())
                .bind("all", user.access().scope() instanceof TenantScope.All)
                .bind("enabled", user.enabled());
    }

    private static User user(Row row, Set<String> tenants) throws SQLException {
        return new User(
                row.text("id"),
                row.text("email"),
                row.text("name"),
                ScopeRows.access(row, tenants),
                row.flag("enabled"),
                row.time("created_at"),
                row.number("stamp"));
    }
}
