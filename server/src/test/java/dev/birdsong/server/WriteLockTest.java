// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody holds the write lock of the database, such as a backup, and many wait for it.
class WriteLockTest {

    private static final Duration HELD = Duration.ofSeconds(3);
    private static final int WRITERS = 60;

    @TempDir
    Path folder;

    @Test
    void answersThatItLivesWhileOthersWaitForTheDatabase() throws Exception {
        try (Served served = Served.in(folder);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            Api api = served.admin();
            api.get("/health/live");
            List<Future<Api.Answer>> written = new ArrayList<>();
            List<Duration> waits;
            try (Connection _ = lock()) {
                for (int i = 0; i < WRITERS; i++) {
                    Map<String, String> tenant = Map.of("cust_name", "t" + i);
                    written.add(writers.submit(() -> api.post("/connect/api/v1/tenants", tenant)));
                }
                waits = askFor(HELD, api);
                assertThat(written).noneMatch(Future::isDone);
            }

            assertThat(waits).hasSizeGreaterThan(20);
            // a machine with much else to do may stop anything for a moment
            assertThat(waits.get(waits.size() * 98 / 100)).isLessThan(Duration.ofMillis(100));
            assertThat(waits.getLast()).isLessThan(Duration.ofSeconds(1));
            for (Future<Api.Answer> one : written) {
                assertThat(one.get().status()).isEqualTo(201);
            }
        }
    }

    /// Asks again and again; how long each answer took, the shortest first.
    private static List<Duration> askFor(Duration time, Api api) {
        List<Duration> waits = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            assertThat(api.get("/health/live").status()).isEqualTo(200);
            waits.add(Duration.ofNanos(System.nanoTime() - began));
        }
        return waits.stream().sorted().toList();
    }

    private Connection lock() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("birdsong.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("BEGIN IMMEDIATE");
        }
        return connection;
    }
}
