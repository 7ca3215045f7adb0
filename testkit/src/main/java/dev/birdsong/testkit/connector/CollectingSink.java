// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.connector;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.record.LakeRecord;
import java.util.ArrayList;
import java.util.List;

/// A sink that keeps all it is given, in order.
public final class CollectingSink implements RecordSink {

    private final List<LakeRecord> records = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();

    @Override
    public void record(LakeRecord record) {
        records.add(record);
    }

    @Override
    public void quarantine(Quarantined unreadable) {
        quarantined.add(unreadable);
    }

    /// The records so far.
    public List<LakeRecord> records() {
        return List.copyOf(records);
    }

    /// What could not be read so far.
    public List<Quarantined> quarantined() {
        return List.copyOf(quarantined);
    }
}
