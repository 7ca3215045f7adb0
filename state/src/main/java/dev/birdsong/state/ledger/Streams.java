// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.engine.PositionException;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.state.sql.StateException;
import java.util.Collection;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/// What statements about streams have in common.
final class Streams {

    /// Of one stream.
    static final String ONE = " WHERE source_key = :source AND content_type = :type";

    private Streams() {}

    static <S extends SqlStatement<S>> S bind(S statement, StreamKey stream) {
        return statement.bind("source", stream.sourceKey()).bind("type", stream.contentType());
    }

    /// Records that the lake holds are not left out.
    static void unmark(Handle handle, StreamKey stream, Collection<String> kept) {
        PreparedBatch batch = handle.prepareBatch("DELETE FROM left_out" + ONE + " AND id = :id");
        kept.forEach(id -> bind(batch, stream).bind("id", id).add());
        batch.execute();
    }

    /// Does it; what goes wrong is told as the engine knows it.
    static <T> T attempt(StreamKey stream, Supplier<T> work) {
        try {
            return work.get();
        } catch (StateException e) {
            throw new PositionException("cannot keep the ledger of " + stream.contentType() + ": " + e.getMessage(), e);
        }
    }
}
