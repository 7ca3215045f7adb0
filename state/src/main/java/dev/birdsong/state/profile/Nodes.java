// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.profile;

import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Knows the nodes that have shown themselves.
public final class Nodes {

    /// A node that was not seen for so long is taken for gone.
    public static final Duration SILENCE = Duration.ofSeconds(60);

    private final Database database;

    public Nodes(Database database) {
        this.database = database;
    }

    /// A node starts, and shows itself.
    public void started(String name, String profile, String address, String version) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO nodes (name, profile, address, version, started_at, last_seen)
                        VALUES (:name, :profile, :address, :version, <now>, <now>)
                        ON CONFLICT (name) DO UPDATE SET profile = excluded.profile, address = excluded.address,
                          version = excluded.version, started_at = excluded.started_at, last_seen = excluded.last_seen
                        """)
                .bind("name", name)
                .bind("profile", profile)
                .bind("address", address)
                .bind("version", version)
                .execute());
    }

    /// A node shows that it is still there.
    public void seen(String name) {
        update("UPDATE nodes SET last_seen = <now> WHERE name = :name", name);
    }

    /// A node ends, so that others can take over at once.
    public void ended(String name) {
        update("UPDATE nodes SET last_seen = 0 WHERE name = :name", name);
    }

    /// Forgets a node; whether it was known. One that still runs is back when it starts again.
    public boolean forget(String name) {
        return update("DELETE FROM nodes WHERE name = :name", name) > 0;
    }

    private int update(String sql, String name) {
        return database.write(
                handle -> handle.createUpdate(sql).bind("name", name).execute());
    }

    /// All of them, by name.
    public List<Node> list() {
        return database.read(handle -> handle.createQuery("SELECT * FROM nodes ORDER BY name")
                .map((columns, _) -> node(new Row(columns)))
                .list());
    }

    private static Node node(Row row) throws SQLException {
        return new Node(
                row.text("name"),
                row.text("profile"),
                row.text("address"),
                row.text("version"),
                row.time("started_at"),
                row.time("last_seen"));
    }
}
