// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.record.LakeRecord;

/// The ledger of one stream while a round runs.
public interface StreamLedger {

    /// Keeps nothing but the position.
    StreamLedger NONE = new StreamLedger() {
        @Override
        public Wanted wanted() {
            return new Wanted(false, false, false);
        }

        @Override
        public boolean isExpired(LakeRecord record) {
            return false;
        }

        @Override
        public void settle(Settled settled, Runnable move) {
            move.run();
        }
    };

    /// What has to be noted.
    Wanted wanted();

    /// Whether the record is of a month that the lake has dropped of this stream: it is counted, and not fetched again.
    boolean isExpired(LakeRecord record);

    /// Notes what became of what was read, and moves the position, in one write. Noting the same again changes nothing.
    ///
    /// @param move moves the position
    /// @throws PositionException if it cannot be noted; then nothing has moved
    void settle(Settled settled, Runnable move);

    /// What has to be noted.
    ///
    /// @param leftOut what log filters leave out
    /// @param kept what went to the lake, since some of it may be marked as left out
    /// @param shown what the source shows, since all that it has is being counted
    record Wanted(boolean leftOut, boolean kept, boolean shown) {}
}
