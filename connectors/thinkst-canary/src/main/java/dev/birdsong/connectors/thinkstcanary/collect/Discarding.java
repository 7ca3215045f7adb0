// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.record.LakeRecord;

/// A sink for answers of which nothing is stored.
enum Discarding implements RecordSink {
    SINK;

    @Override
    public void record(LakeRecord record) {}

    @Override
    public void quarantine(Quarantined unreadable) {}
}
