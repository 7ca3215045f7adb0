// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.nio.file.Path;
import java.util.Optional;

/// Where the database is.
///
/// @param text as the driver understands it; it may contain a password, and is never shown
public record DatabaseUrl(String text) {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /// @throws StateException if it is of neither kind
    public DatabaseUrl {
        if (!(text.startsWith(SQLITE) && text.length() > SQLITE.length()) && !text.startsWith(POSTGRESQL)) {
            throw new StateException.Unavailable(
                    "the database URL must begin with jdbc:sqlite: and a file or with jdbc:postgresql:");
        }
    }

    /// A file in this folder.
    public static DatabaseUrl file(Path file) {
        return new DatabaseUrl(SQLITE + file);
    }

    /// The file of SQLite; nothing where it is PostgreSQL.
    public Optional<Path> file() {
        return text.startsWith(SQLITE)
                ? Optional.of(Path.of(text.substring(SQLITE.length())).toAbsolutePath())
                : Optional.empty();
    }

    Dialect dialect() {
        return file().isPresent() ? Dialect.SQLITE : Dialect.POSTGRESQL;
    }

    /// For people: without user, password and options.
    @Override
    public String toString() {
        return text.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
