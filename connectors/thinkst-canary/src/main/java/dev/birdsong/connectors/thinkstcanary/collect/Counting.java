// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.record.LakeRecord;

/// A sink that counts, and stores nothing.
final class Counting implements RecordSink {

    private long records;
    private long unreadable;

    @Override
    public void record(LakeRecord record) {
        records++;
    }

    @Override
    public void quarantine(Quarantined fault) {
        unreadable++;
    }

    long records() {
        return records;
    }

    long unreadable() {
        return unreadable;
    }
}
