// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.engine.Ledger;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.StreamLedger;
import dev.birdsong.engine.StreamLedger.Wanted;
import dev.birdsong.spi.lake.DropListener.Month;
import dev.birdsong.state.sql.Database;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The ledgers of streams, in the database.
public final class SqlLedger implements Ledger {

    private final Database database;

    public SqlLedger(Database database) {
        this.database = database;
    }

    @Override
    public StreamLedger of(StreamKey stream) {
        return Streams.attempt(
                stream,
                () -> database.read(handle -> {
                    boolean marks = exists(handle, stream, "SELECT 1 FROM left_out" + Streams.ONE);
                    boolean walks = exists(
                            handle,
                            stream,
                            "SELECT 1 FROM reconciles" + Streams.ONE + " AND walk_position IS NOT NULL");
                    return new SqlStreamLedger(
                            database, stream, new Wanted(true, marks, walks), months(handle, stream));
                }));
    }

    private static boolean exists(Handle handle, StreamKey stream, String rows) {
        return Streams.bind(handle.createQuery("SELECT CASE WHEN EXISTS (" + rows + ") THEN 1 ELSE 0 END"), stream)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static List<Month> months(Handle handle, StreamKey stream) {
        return Streams.bind(
                        handle.createQuery(
                                "SELECT from_time, until_time FROM dropped_months" + Streams.ONE + " AND confirmed"),
                        stream)
                .map((row, _) -> new Month(row.getLong("from_time"), row.getLong("until_time")))
                .list();
    }
}
