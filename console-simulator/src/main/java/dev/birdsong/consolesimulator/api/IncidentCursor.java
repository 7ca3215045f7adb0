// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.IncidentFilter.State;
import java.util.List;

/// Where a walk through incidents stands.
///
/// @param start the `updated_id` of the first incident to show, or how many to skip
/// @param shown where the page that gave this cursor began
/// @param bound incidents above it are not part of the walk
record IncidentCursor(long start, long shown, long bound, int limit, int page, int pages) {

    private static final int NUMBERS = 8;

    static IncidentCursor decode(String text) {
        List<Long> numbers = Cursor.decode(text, NUMBERS);
        int limit = Math.toIntExact(Math.clamp(numbers.get(3), 1, Integer.MAX_VALUE));
        return new IncidentCursor(
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                limit,
                numbers.get(6).intValue(),
                numbers.get(7).intValue());
    }

    String encode(State state) {
        long number = state == State.ALL ? 2 : state == State.ACKNOWLEDGED ? 1 : 0;
        return Cursor.encode(List.of(start, shown, bound, (long) limit, number, 0L, (long) page, (long) pages));
    }

    IncidentCursor to(long otherStart, int otherPage) {
        return new IncidentCursor(otherStart, start, bound, limit, otherPage, pages);
    }
}
