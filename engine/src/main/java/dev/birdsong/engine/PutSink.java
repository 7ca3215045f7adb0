// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.connector.Shown;
import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.record.LakeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes what a collector reads through the log filters to the lake, in batches. Used by one thread.
final class PutSink implements RecordSink {

    private static final int BATCH_RECORDS = 500;
    private static final int BATCH_BYTES = 1 << 20;

    private final StreamKey stream;
    private final Round.Ports ports;
    private final List<LakeRecord> batch = new ArrayList<>();
    private List<Acknowledgement> puts = new ArrayList<>();
    private PageNotes notes;
    private int batchBytes;
    private RoundCounts counts = RoundCounts.ZERO;

    PutSink(StreamKey stream, Round.Ports ports) {
        this.stream = stream;
        this.ports = ports;
        this.notes = new PageNotes(ports.ledger().wanted());
    }

    @Override
    public void shows(Shown shown) {
        notes.shows(shown);
    }

    @Override
    public void record(LakeRecord record) throws InterruptedException {
        counts = counts.withRead();
        if (ports.ledger().isExpired(record)) {
            return;
        }
        Optional<String> filter = ports.filters().leavingOut(record);
        if (filter.isPresent()) {
            counts = counts.withFiltered();
            notes.leftOut(record, filter.get());
            return;
        }
        notes.kept(record);
        batch.add(record);
        batchBytes += record.document().length();
        if (batch.size() >= BATCH_RECORDS || batchBytes >= BATCH_BYTES) {
            flush();
        }
    }

    @Override
    public void quarantine(Quarantined unreadable) {
        ports.quarantine().keep(stream, unreadable);
        counts = counts.withQuarantined();
    }

    /// Hands over what is left of a page, and answers with all the puts since the last page.
    List<Acknowledgement> endPage() throws InterruptedException {
        flush();
        counts = counts.withPage();
        return unfinished();
    }

    /// What is to be noted since the last page.
    PageNotes notes() {
        PageNotes since = notes;
        notes = new PageNotes(ports.ledger().wanted());
        return since;
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
            puts.add(ports.lake().put(List.copyOf(batch)));
            counts = counts.withBytes(batchBytes);
            batch.clear();
            batchBytes = 0;
        }
    }
}
