// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Fetched;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.record.LakeRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// A console with numbered records, some on each page, that fails when told to.
final class ScriptedCollector implements Collector {

    private final List<List<LakeRecord>> pages = new ArrayList<>();
    private final Queue<Failure> failures = new ArrayDeque<>();
    private final List<Position> asked = new ArrayList<>();

    /// A failure after some records of the page were handed over.
    private record Failure(int records, CollectException cause) {}

    ScriptedCollector page(LakeRecord... records) {
        pages.add(List.of(records));
        return this;
    }

    ScriptedCollector thenFail(int afterRecords, CollectException cause) {
        failures.add(new Failure(afterRecords, cause));
        return this;
    }

    List<Position> asked() {
        return asked;
    }

    @Override
    public Fetched fetch(Position after, RecordSink sink) throws InterruptedException {
        asked.add(after);
        int page = after.equals(Position.START) ? 0 : Integer.parseInt(after.text());
        List<LakeRecord> records = page < pages.size() ? pages.get(page) : List.of();
        Failure failure = failures.poll();
        for (int i = 0; i < records.size(); i++) {
            if (failure != null && i == failure.records()) {
                throw failure.cause();
            }
            handOver(records.get(i), sink);
        }
        if (failure != null) {
            throw failure.cause();
        }
        int next = Math.min(page + 1, pages.size());
        return new Fetched(new Position(Integer.toString(next)), next < pages.size());
    }

    private static void handOver(LakeRecord record, RecordSink sink) throws InterruptedException {
        if (record.fingerprint().equals("unreadable")) {
            sink.quarantine(new Quarantined(record.key().id(), "broken", record.document()));
        } else {
            sink.record(record);
        }
    }

    @Override
    public void close() {}
}
