// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.engine.LeftOut;
import dev.birdsong.engine.Settled;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.StreamLedger;
import dev.birdsong.spi.lake.DropListener.Month;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.state.sql.Database;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The ledger of one stream.
///
/// @param dropped the months that the lake has dropped of it
record SqlStreamLedger(Database database, StreamKey stream, Wanted wanted, List<Month> dropped)
        implements StreamLedger {

    @Override
    public boolean isExpired(LakeRecord record) {
        long time = record.key().timestamp();
        return !dropped.isEmpty()
                && record.key().index() == Index.SYSLOG
                && dropped.stream().anyMatch(month -> time >= month.from() && time < month.until());
    }

    @Override
    public void settle(Settled settled, Runnable move) {
        if (settled.isEmpty()) {
            move.run();
            return;
        }
        Streams.attempt(
                stream,
                () -> database.write(handle -> {
                    mark(handle, settled.leftOut());
                    Streams.unmark(handle, stream, settled.kept());
                    if (!settled.shown().isEmpty()) {
                        new ShownRows(handle, stream).add(settled.shown());
                    }
                    move.run();
                    return true;
                }));
    }

    private void mark(Handle handle, List<LeftOut> leftOut) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO left_out (source_key, content_type, id, lake_index, happened_at, thing, filter_id, noted_at)
                VALUES (:source, :type, :id, :index, :happened, :thing, :filter, <now>)
                ON CONFLICT (source_key, content_type, id) DO UPDATE SET
                  filter_id = excluded.filter_id, lake_index = excluded.lake_index, happened_at = excluded.happened_at
                """);
        leftOut.forEach(one -> Streams.bind(batch, stream)
                .bind("id", one.key().id())
                .bind("index", one.key().index().name())
                .bind("happened", one.key().timestamp())
                .bind("thing", one.thing())
                .bind("filter", one.filter())
                .add());
        batch.execute();
    }
}
