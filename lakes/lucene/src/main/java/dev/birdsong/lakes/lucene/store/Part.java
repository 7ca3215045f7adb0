// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.record.LakeRecord;
import java.util.List;

/// Some records of a put, for one thread.
///
/// @param bytes how much their documents hold
record Part(Put put, List<LakeRecord> records, long bytes) {

    /// Ends a thread; no other part is without records.
    static final Part STOP = new Part(new Put(0, new Nobody()), List.of(), 0);

    boolean isStop() {
        return records.isEmpty();
    }

    private static final class Nobody implements Put.Waiters {

        @Override
        public void enter() {}

        @Override
        public void leave() {}
    }
}
