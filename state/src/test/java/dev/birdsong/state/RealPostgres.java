// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.birdsong.state.sql.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL for all tests of a JVM, with a schema for each test. Where it cannot start, tests are skipped, saying
/// why.
final class RealPostgres {

    static final RealPostgres INSTANCE = new RealPostgres();

    private final Optional<EmbeddedPostgres> server;
    private final AtomicInteger schemas = new AtomicInteger();

    private RealPostgres() {
        this.server = start();
    }

    private static Optional<EmbeddedPostgres> start() {
        try {
            return Optional.of(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start());
        } catch (IOException | IllegalStateException e) {
            System.err.println("PostgreSQL cannot start here, its tests are skipped: " + e);
            return Optional.empty();
        }
    }

    DatabaseUrl fresh() {
        EmbeddedPostgres running = server.orElseGet(() -> abort("PostgreSQL cannot start here"));
        String schema = "test_" + schemas.incrementAndGet();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the schema " + schema, e);
        }
        return new DatabaseUrl(running.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
    }
}
