// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig.TransactionMode;

/// A file with a copy of a SQLite database.
public record DatabaseCopy(Path file) {

    private static final String SOUND = "ok";

    /// Copies a database as it is at one moment, whoever writes to it meanwhile; nobody waits for it. Content that was
    /// deleted is not copied.
    ///
    /// @param empty a file that is there and has nothing in it
    /// @throws StateException if there is no database, it is damaged, or the file does not take it
    public static DatabaseCopy of(Path database, Path empty) {
        if (!Files.exists(database)) {
            throw new StateException.Unavailable("there is no database " + database);
        }
        in(
                database,
                handle -> handle.createUpdate("VACUUM INTO :file")
                        .bind("file", empty.toString())
                        .execute());
        var copy = new DatabaseCopy(empty);
        copy.check(database);
        return copy;
    }

    private void check(Path original) {
        String found = read("PRAGMA quick_check(1)").orElse("nothing");
        if (!found.equals(SOUND)) {
            throw new StateException.Unavailable("the database " + original + " is damaged (" + found + ")");
        }
    }

    /// The step of its form, such as `4`.
    public String step() {
        return read("SELECT version FROM flyway_schema_history WHERE version IS NOT NULL ORDER BY installed_rank DESC"
                        + " LIMIT 1")
                .orElse("none");
    }

    private Optional<String> read(String sql) {
        return in(file, handle -> handle.createQuery(sql).mapTo(String.class).findFirst());
    }

    /// The bytes that a query finds.
    public Optional<byte[]> bytes(String sql) {
        return in(file, handle -> handle.createQuery(sql).mapTo(byte[].class).findFirst());
    }

    private static <T> T in(Path database, HandleCallback<T, StateException> work) {
        DatabaseUrl url = DatabaseUrl.file(database);
        try {
            return Jdbi.create(Pools.plain(url, TransactionMode.DEFERRED)).withHandle(work);
        } catch (JdbiException e) {
            throw Failures.of(url, e);
        }
    }
}
