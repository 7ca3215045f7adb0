// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.record.LakeRecord;

/// Counts what a reader hands over, and keeps nothing.
final class CountedRecords implements RecordSink {

    long records;
    long bytes;
    long quarantined;

    @Override
    public void record(LakeRecord record) {
        records++;
        bytes += record.document().length();
    }

    @Override
    public void quarantine(Quarantined unreadable) {
        quarantined++;
    }
}
