// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Keeps all that a reader hands over.
final class CollectedRecords implements RecordSink {

    static final Origin ORIGIN = new Origin("acme", "Acme", "source-1", "connector-1", "Console \"one\"");

    final List<LakeRecord> records = new ArrayList<>();
    final List<Quarantined> quarantined = new ArrayList<>();

    @Override
    public void record(LakeRecord record) {
        records.add(record);
    }

    @Override
    public void quarantine(Quarantined unreadable) {
        quarantined.add(unreadable);
    }

    /// Reads an answer into this.
    Page read(PageReader reader, String answer) throws BrokenPageException, IOException, InterruptedException {
        return reader.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), this);
    }

    List<String> documents() {
        return records.stream().map(record -> record.document().json()).toList();
    }

    List<String> ids() {
        return records.stream().map(record -> record.key().id()).toList();
    }

    List<String> fingerprints() {
        return records.stream().map(LakeRecord::fingerprint).toList();
    }
}
