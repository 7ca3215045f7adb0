// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest {

    private static final String WRITE = "UPDATE tenants SET info = 'written'";

    @TempDir
    private Path folder;

    @Test
    void writesAreOnDiskWhenTheyReturn() {
        try (Database database = Database.open(file())) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void readersCannotWrite() {
        try (Database database = Database.open(file())) {
            assertThatThrownBy(() -> database.read(handle -> handle.execute(WRITE)))
                    .isInstanceOf(StateException.Unavailable.class);
        }
    }

    @Test
    void writersWaitForAnotherProcessAndReadersDoNot()
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        try (Database database = Database.open(file());
                Connection other = DriverManager.getConnection(file().text());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            CompletableFuture<Integer> write =
                    CompletableFuture.supplyAsync(() -> database.write(handle -> handle.execute(WRITE)));

            for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3); System.nanoTime() < end; ) {
                assertThat(info(database)).isEmpty();
            }
            assertThat(write).isNotDone();
            statement.execute("COMMIT");

            assertThat(write.get(10, TimeUnit.SECONDS)).isOne();
            assertThat(info(database)).isEqualTo("written");
        }
    }

    @Test
    void saysThatAFolderCannotBeMade() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> Database.open(DatabaseUrl.file(inTheWay.resolve("birdsong.db"))))
                .isInstanceOf(StateException.Unavailable.class)
                .hasMessageContaining("cannot make the folder " + inTheWay);
    }

    @Test
    void saysThatAFileIsNoDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("birdsong.db"), "this is not a database, whatever its name says");

        assertThatThrownBy(() -> Database.open(DatabaseUrl.file(file)))
                .isInstanceOf(StateException.Unavailable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void saysThatPostgresqlCannotBeReachedWithoutThePassword() {
        var url = new DatabaseUrl("jdbc:postgresql://127.0.0.1:1/birdsong?user=u&password=hunter2");

        assertThatThrownBy(() -> Database.open(url))
                .isInstanceOf(StateException.Unavailable.class)
                .hasMessageContaining("cannot open the database jdbc:postgresql://127.0.0.1:1/birdsong")
                .hasMessageNotContaining("hunter2");
        assertThat(url.toString()).doesNotContain("hunter2");
    }

    @Test
    void refusesOtherDatabases() {
        assertThatThrownBy(() -> new DatabaseUrl("jdbc:mysql://x")).isInstanceOf(StateException.Unavailable.class);
        assertThatThrownBy(() -> new DatabaseUrl("jdbc:sqlite:")).isInstanceOf(StateException.Unavailable.class);
    }

    private DatabaseUrl file() {
        return DatabaseUrl.file(folder.resolve("birdsong.db"));
    }

    private static String info(Database database) {
        return database.read(handle -> handle.createQuery("SELECT info FROM tenants")
                .mapTo(String.class)
                .one());
    }

    private static String pragma(Database database, String name) {
        return database.write(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }
}
