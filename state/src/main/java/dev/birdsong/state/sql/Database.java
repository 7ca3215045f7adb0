// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.sqlite.SQLiteConfig.TransactionMode;

/// The database: SQLite, with one connection that writes and a few that read, or PostgreSQL.
///
/// It blocks, and SQLite holds on to the thread while it does: call it on platform threads. In SQL, `<now>` stands for
/// the database's time in epoch milliseconds.
public final class Database implements AutoCloseable {

    private final DatabaseUrl url;
    private final Pools pools;
    private final Jdbi writer;
    private final Jdbi reader;
    private final Optional<SharedCommits> commits;

    private Database(DatabaseUrl url, Pools pools) {
        this.url = url;
        this.pools = pools;
        this.writer = jdbi(pools.writer(), url.dialect());
        this.reader = jdbi(pools.reader(), url.dialect());
        this.commits = url.file().map(_ -> new SharedCommits(writer));
    }

    /// Opens it, makes it where it is not there, and brings it to the form that this program knows.
    ///
    /// @throws StateException if it cannot be used
    public static Database open(DatabaseUrl url) {
        Pools pools = Pools.open(url);
        DataSource forMigrations = url.file().isPresent() ? Pools.plain(url, TransactionMode.DEFERRED) : pools.writer();
        try {
            new Migrations(url, forMigrations).run();
        } catch (StateException e) {
            pools.close();
            throw e;
        }
        return new Database(url, pools);
    }

    private static Jdbi jdbi(DataSource source, Dialect dialect) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.define("now", dialect.now());
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return jdbi;
    }

    /// Reads. Within a [#write] of the same thread, what that wrote is not seen: read by its handle there.
    ///
    /// @throws StateException if the database does not answer
    public <T> T read(HandleCallback<T, StateException> work) {
        try {
            return reader.withHandle(work);
        } catch (JdbiException e) {
            throw Failures.of(url, e);
        }
    }

    /// Writes: all of it or nothing. Durable when it returns. Within another write it is a part of that.
    ///
    /// With SQLite, writes of several threads share a commit, and another thread does the work.
    ///
    /// @throws StateException if the database does not take it
    public <T> T write(HandleCallback<T, StateException> work) {
        try {
            return commits.isPresent() ? commits.get().write(work) : writer.inTransaction(work);
        } catch (JdbiException e) {
            throw Failures.of(url, e);
        }
    }

    /// The database's time, the same for all nodes.
    public Instant clock() {
        return read(handle -> Instant.ofEpochMilli(
                handle.createQuery("SELECT <now>").mapTo(Long.class).one()));
    }

    /// Whether several nodes can use it.
    public boolean isShared() {
        return url.dialect() == Dialect.POSTGRESQL;
    }

    /// A time as the columns of the scheduler's table want it.
    public Object timestamp(Instant time) {
        return isShared() ? time.atOffset(ZoneOffset.UTC) : time.toEpochMilli();
    }

    /// The connections that write, for the scheduler.
    public DataSource writer() {
        return pools.writer();
    }

    @Override
    public void close() {
        commits.ifPresent(SharedCommits::close);
        pools.close();
    }
}
