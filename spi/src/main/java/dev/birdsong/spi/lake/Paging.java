// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.util.List;

/// Which of the hits are wanted, and in which order.
///
/// @param sort the order; ties are broken by `_id` upwards, so that it is total
/// @param from how many hits to leave out at the beginning
/// @param size at most so many hits
/// @param after the [Hit#sort] of the last hit of the page before, or empty
/// @param exactTotal whether the total must be exact; else it may be "at least 10,000"
public record Paging(List<Sort> sort, int from, int size, List<SortValue> after, boolean exactTotal) {

    /// The newest first.
    public static final List<Sort> NEWEST_FIRST = List.of(Sort.descending("timestamp"));

    public Paging {
        sort = List.copyOf(sort);
        after = List.copyOf(after);
    }

    /// The newest hits, with an exact total.
    public static Paging newest(int size) {
        return new Paging(NEWEST_FIRST, 0, size, List.of(), true);
    }
}
