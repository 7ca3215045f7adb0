// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.spi.lake.DropListener;
import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.StateException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Remembers how much the lake dropped of each stream, by month. What is dropped is counted once it is gone, whatever
/// happens in between. Records without a time of their own share no month: those that the source still shows are
/// fetched again.
public final class DroppedMonths implements DropListener {

    private final Database database;

    public DroppedMonths(Database database) {
        this.database = database;
    }

    @Override
    public void dropping(Drop drop) {
        if (drop.month().isEmpty()) {
            return;
        }
        try {
            database.write(handle -> {
                note(handle, drop, drop.month().get());
                return true;
            });
        } catch (StateException e) {
            throw new LakeException("cannot drop " + drop.partition() + " before it is noted: " + e.getMessage(), e);
        }
    }

    private static void note(Handle handle, Drop drop, Month month) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO dropped_months
                  (source_key, content_type, from_time, until_time, partition_name, records, confirmed)
                VALUES (:source, :type, :from, :until, :partition, :records, FALSE)
                ON CONFLICT (source_key, content_type, from_time) DO UPDATE SET
                  records = CASE WHEN dropped_months.records > excluded.records
                    THEN dropped_months.records ELSE excluded.records END
                """);
        for (Map.Entry<Held, Long> one : drop.records().entrySet()) {
            batch.bind("source", one.getKey().sourceKey())
                    .bind("type", one.getKey().contentType())
                    .bind("from", month.from())
                    .bind("until", month.until())
                    .bind("partition", drop.partition())
                    .bind("records", one.getValue())
                    .add();
        }
        batch.execute();
    }

    /// The partitions of which it is not known yet whether they are gone.
    public List<String> unconfirmed() {
        return database.read(
                handle -> handle.createQuery("SELECT DISTINCT partition_name FROM dropped_months WHERE NOT confirmed")
                        .mapTo(String.class)
                        .list());
    }

    /// A partition is gone.
    public void confirm(String partition) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE dropped_months SET confirmed = TRUE WHERE partition_name = :partition")
                .bind("partition", partition)
                .execute());
    }
}
