// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import java.util.Random;

/// How a [FakeConsole] reads what the contract leaves open.
///
/// @param order of its pages
/// @param offset whether cursors are offsets, not ids
/// @param bound whether a cursor leaves out what is newer than its first page
/// @param forgetful whether a cursor forgets what was asked to be newer than
/// @param clamp most records of a page
/// @param nulls whether an empty list and a missing cursor are null
/// @param cursorFirst whether the cursor comes before the records
record Switches(
        Paging order, boolean offset, boolean bound, boolean forgetful, int clamp, boolean nulls, boolean cursorFirst) {

    /// In which order pages come.
    enum Paging {
        UP,
        DOWN,
        /// The last page first, each upwards.
        REVERSED
    }

    /// As the documentation reads.
    static Switches documented() {
        return new Switches(Paging.UP, false, true, false, Integer.MAX_VALUE, false, true);
    }

    static Switches random(Random random) {
        return new Switches(
                Paging.values()[random.nextInt(3)],
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                1 + random.nextInt(12),
                random.nextBoolean(),
                random.nextBoolean());
    }

    Switches with(Paging other) {
        return new Switches(other, offset, bound, forgetful, clamp, nulls, cursorFirst);
    }

    Switches clampedTo(int most) {
        return new Switches(order, offset, bound, forgetful, most, nulls, cursorFirst);
    }

    Switches withOffsets(boolean bounded) {
        return new Switches(order, true, bounded, forgetful, clamp, nulls, cursorFirst);
    }

    Switches withCursorsLast() {
        return new Switches(order, offset, bound, forgetful, clamp, nulls, false);
    }

    Switches forgettingFilters() {
        return new Switches(order, offset, bound, true, clamp, nulls, cursorFirst);
    }
}
