// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.run.Lease;
import dev.birdsong.engine.run.Leases;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import java.time.Duration;
import java.util.Optional;

/// Leases beside the positions that they guard, by the database's clock.
public final class SqlLeases implements Leases {

    private final Database database;
    private final Ids ids;
    private final String node;

    /// @param node the name of the node that takes them
    public SqlLeases(Database database, Ids ids, String node) {
        this.database = database;
        this.ids = ids;
        this.node = node;
    }

    @Override
    public Optional<Lease> take(StreamKey stream, Duration time) {
        String token = ids.draw();
        int taken = database.write(handle -> handle.createUpdate("""
                        INSERT INTO positions (source_key, content_type, position, lease, lease_node, leased_until)
                        VALUES (:source, :type, '', :lease, :node, <now> + :time)
                        ON CONFLICT (source_key, content_type) DO UPDATE
                        SET lease = excluded.lease, lease_node = excluded.lease_node, leased_until = excluded.leased_until
                        WHERE positions.lease IS NULL OR positions.leased_until <= <now>
                        """)
                .bind("source", stream.sourceKey())
                .bind("type", stream.contentType())
                .bind("lease", token)
                .bind("node", node)
                .bind("time", time.toMillis())
                .execute());
        return taken > 0 ? Optional.of(new SqlLease(database, stream, token)) : Optional.empty();
    }

    /// Gives back what an earlier process of this node's name held when it was killed; how many there were. To be
    /// called
    /// when a node starts, before it takes any.
    public int freeOwn() {
        return database.write(handle -> handle.createUpdate(
                        "UPDATE positions SET lease = NULL, lease_node = NULL, leased_until = 0 WHERE lease_node = :node")
                .bind("node", node)
                .execute());
    }
}
