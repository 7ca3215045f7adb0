// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import dev.birdsong.spi.record.LakeRecord;

/// Takes what a collector reads, one by one. Waits while there is no room.
public interface RecordSink {

    /// Hears what the source shows, whatever becomes of it, before records of it come.
    default void shows(Shown shown) {}

    /// Takes one record.
    void record(LakeRecord record) throws InterruptedException;

    /// Takes something that could not be read.
    void quarantine(Quarantined unreadable) throws InterruptedException;
}
