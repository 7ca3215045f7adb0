// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// The connections to a database.
///
/// @param writer of SQLite the one connection that everything goes through that writes
/// @param reader the same as the writer in PostgreSQL
record Pools(HikariDataSource writer, HikariDataSource reader) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int READERS = 4;

    /// 16 MB of writes between two checkpoints: with SQLite's own 4 MB, many small writes spend most time there.
    private static final int WAL_PAGES = 4_000;

    private static final int POSTGRESQL_CONNECTIONS = 10;

    static Pools open(DatabaseUrl url) {
        Optional<Path> file = url.file();
        if (file.isEmpty()) {
            HikariDataSource both = postgresql(url);
            return new Pools(both, both);
        }
        checkFolder(file.get());
        HikariDataSource writer = sqlite(url, TransactionMode.IMMEDIATE, 1);
        return new Pools(writer, sqlite(url, TransactionMode.DEFERRED, READERS));
    }

    /// A connection for migrations, which want more than one at a time.
    static SQLiteDataSource plain(DatabaseUrl url, TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(mode);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url.text());
        return source;
    }

    private static HikariDataSource sqlite(DatabaseUrl url, TransactionMode mode, int connections) {
        HikariConfig config = config(connections);
        config.setDataSource(plain(url, mode));
        config.setConnectionInitSql(
                mode == TransactionMode.DEFERRED
                        ? "PRAGMA query_only = ON"
                        : "PRAGMA wal_autocheckpoint = " + WAL_PAGES);
        return pool(config, url);
    }

    private static HikariDataSource postgresql(DatabaseUrl url) {
        HikariConfig config = config(POSTGRESQL_CONNECTIONS);
        config.setJdbcUrl(url.text());
        return pool(config, url);
    }

    private static HikariConfig config(int connections) {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(PATIENCE.plusSeconds(10).toMillis());
        config.setMaxLifetime(0);
        return config;
    }

    private static HikariDataSource pool(HikariConfig config, DatabaseUrl url) {
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new StateException.Unavailable("cannot open the database " + url + ": " + Reasons.of(e), e);
        }
    }

    private static void checkFolder(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StateException.Unavailable("cannot make the folder " + folder + " for the database", e);
        }
        if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
            throw new StateException.Unavailable(
                    "cannot write the database " + file + ": make the folder and the file writable for this user");
        }
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
    }
}
