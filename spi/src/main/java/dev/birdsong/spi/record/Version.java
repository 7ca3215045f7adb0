// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

import java.util.Comparator;

/// How new a state of a record is. A lower version never replaces a higher one; an equal one may.
///
/// @param epoch grows when a console's ids are seen to have gone back
/// @param sequence what the console counts up within an epoch, such as `updated_id` or the start of a round
public record Version(long epoch, long sequence) implements Comparable<Version> {

    /// For records that never change.
    public static final Version NONE = new Version(0, 0);

    private static final Comparator<Version> ORDER =
            Comparator.comparingLong(Version::epoch).thenComparingLong(Version::sequence);

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
