// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.LakeRecord;
import java.util.ArrayList;
import java.util.List;

/// Takes what a collector reads through the log filters to the lake, in batches. Used by one thread.
final class PutSink implements RecordSink {

    private static final int BATCH_RECORDS = 500;
    private static final int BATCH_BYTES = 1 << 20;

    private final StreamKey stream;
    private final DataLake lake;
    private final LogFilters filters;
    private final Quarantine quarantine;
    private final List<LakeRecord> batch = new ArrayList<>();
    private List<Acknowledgement> puts = new ArrayList<>();
    private int batchBytes;
    private RoundCounts counts = RoundCounts.ZERO;

    PutSink(StreamKey stream, DataLake lake, LogFilters filters, Quarantine quarantine) {
        this.stream = stream;
        this.lake = lake;
        this.filters = filters;
        this.quarantine = quarantine;
    }

    @Override
    public void record(LakeRecord record) throws InterruptedException {
        counts = counts.withRead();
        if (!filters.admit(record)) {
            counts = counts.withFiltered();
            return;
        }
        batch.add(record);
        batchBytes += record.document().length();
        if (batch.size() >= BATCH_RECORDS || batchBytes >= BATCH_BYTES) {
            flush();
        }
    }

    @Override
    public void quarantine(Quarantined unreadable) {
        quarantine.keep(stream, unreadable);
        counts = counts.withQuarantined();
    }

    /// Hands over what is left of a page, and answers with all the puts since the last page.
    List<Acknowledgement> endPage() throws InterruptedException {
        flush();
        counts = counts.withPage();
        return unfinished();
    }

    /// The puts since the last page.
    List<Acknowledgement> unfinished() {
        List<Acknowledgement> since = puts;
        puts = new ArrayList<>();
        return since;
    }

    RoundCounts counts() {
        return counts;
    }

    /// Hands over what was read so far.
    void flush() throws InterruptedException {
        if (!batch.isEmpty()) {
            puts.add(lake.put(List.copyOf(batch)));
            counts = counts.withBytes(batchBytes);
            batch.clear();
            batchBytes = 0;
        }
    }
}
