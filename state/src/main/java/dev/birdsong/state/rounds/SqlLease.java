// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.run.Lease;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.StateException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Update;

/// A lease by its token: whoever takes the stream writes another one, and then nothing of this one counts. A position
/// is written where it moves, and not where a round found nothing new.
final class SqlLease implements Lease {

    private static final String OURS = " WHERE source_key = :source AND content_type = :type AND lease = :lease";

    private final Database database;
    private final StreamKey stream;
    private final String token;
    private Optional<Position> known = Optional.empty();
    private volatile boolean closed;

    SqlLease(Database database, StreamKey stream, String token) {
        this.database = database;
        this.stream = stream;
        this.token = token;
    }

    @Override
    public Position load(StreamKey asked) {
        check(asked);
        Position position = new SqlPositions(database).load(asked);
        known = Optional.of(position);
        return position;
    }

    @Override
    public void advance(StreamKey asked, Position next) {
        check(asked);
        if (known.filter(next::equals).isPresent()) {
            return;
        }
        mustBeOurs(update(
                "UPDATE positions SET position = :position, moved_at = <now>" + OURS,
                statement -> statement.bind("position", next.text())));
        known = Optional.of(next);
    }

    @Override
    public void renew(Duration time) {
        mustBeOurs(update(
                "UPDATE positions SET leased_until = <now> + :time" + OURS,
                statement -> statement.bind("time", time.toMillis())));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            update(
                    "UPDATE positions SET lease = NULL, lease_node = NULL, leased_until = 0" + OURS,
                    UnaryOperator.identity());
        }
    }

    private void check(StreamKey asked) {
        if (!asked.equals(stream)) {
            throw new IllegalArgumentException("the lease is for " + stream + ", not for " + asked);
        }
    }

    private void mustBeOurs(int rows) {
        if (rows == 0) {
            var reason = new StateException.Conflict("the lease has ended", "");
            throw new PositionException(
                    "another round of " + stream.contentType()
                            + " took over: this one ends without moving the position",
                    reason);
        }
    }

    private int update(String sql, UnaryOperator<Update> binding) {
        try {
            return database.write(handle -> binding.apply(handle.createUpdate(sql)
                            .bind("source", stream.sourceKey())
                            .bind("type", stream.contentType())
                            .bind("lease", token))
                    .execute());
        } catch (StateException e) {
            throw new PositionException(
                    "cannot keep the position of " + stream.contentType() + ": " + e.getMessage(), e);
        }
    }
}
