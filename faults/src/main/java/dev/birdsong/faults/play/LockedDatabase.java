// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// The lock on a database, held by this process until it is closed.
public final class LockedDatabase implements AutoCloseable {

    private final Connection connection;

    private LockedDatabase(Connection connection) {
        this.connection = connection;
    }

    /// Takes it, as soon as nobody else has it.
    public static LockedDatabase in(Path file) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout=20000");
                statement.execute("BEGIN IMMEDIATE");
            }
            return new LockedDatabase(connection);
        } catch (SQLException e) {
            throw new PlayException("cannot lock " + file + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new PlayException("cannot give back the lock: " + e.getMessage());
        }
    }
}
