// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.collect.FakeConsole.Row;
import dev.birdsong.connectors.thinkstcanary.collect.Switches.Paging;
import java.util.ArrayList;
import java.util.List;

/// One page of a [FakeConsole].
///
/// @param rows what it shows, in this order
/// @param more whether something follows
/// @param place where the next page begins
record FakePage(List<Row> rows, boolean more, long place) {

    /// @param all by ascending id
    static FakePage of(Switches switches, List<Row> all, FakeCursor cursor) {
        List<Row> list = new ArrayList<>(
                all.stream().filter(row -> row.id() <= cursor.bound()).toList());
        boolean up = switches.order() == Paging.UP;
        List<Row> ordered = up ? list : list.reversed();
        int begin = Math.min(ordered.size(), begin(switches, ordered, cursor));
        int end = Math.min(ordered.size(), begin + cursor.limit());
        List<Row> rows = ordered.subList(begin, end);
        boolean reversed = switches.order() == Paging.REVERSED;
        return new FakePage(reversed ? rows.reversed() : rows, end < ordered.size(), place(switches, cursor, rows));
    }

    private static int begin(Switches switches, List<Row> list, FakeCursor cursor) {
        if (cursor.first()) {
            return 0;
        }
        boolean up = switches.order() == Paging.UP;
        return switches.offset()
                ? (int) cursor.place()
                : (int) list.stream()
                        .filter(row -> up ? row.id() <= cursor.place() : row.id() >= cursor.place())
                        .count();
    }

    private static long place(Switches switches, FakeCursor cursor, List<Row> rows) {
        if (switches.offset()) {
            return (cursor.first() ? 0 : cursor.place()) + cursor.limit();
        }
        return rows.isEmpty() ? cursor.since() : rows.getLast().id();
    }
}
