// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.AuditBook;
import dev.birdsong.consolesimulator.book.AuditFilter;
import dev.birdsong.consolesimulator.book.AuditRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Cuts the audit trail into pages, newest first.
///
/// @param byOffset whether a cursor says how many records to skip
/// @param keepsAfter whether a cursor remembers `after_id`
/// @param give notes a cursor that is given out
record AuditPaging(
        AuditBook book, AuditFilter filter, boolean byOffset, boolean keepsAfter, UnaryOperator<String> give) {

    private static final int NUMBERS = 6;

    private Stream<AuditRecord> matching(Iterator<AuditRecord> all) {
        Iterable<AuditRecord> iterable = () -> all;
        return StreamSupport.stream(iterable.spliterator(), false).filter(filter::admits);
    }

    private Stream<AuditRecord> downFrom(long id) {
        Iterable<AuditRecord> iterable = () -> book.descending(id);
        return StreamSupport.stream(iterable.spliterator(), false)
                .takeWhile(entry -> entry.id() > filter.after())
                .filter(filter::admits);
    }

    AuditFeed everything(Rendering rendering) {
        return new AuditFeed(
                () -> downFrom(Long.MAX_VALUE).iterator(), 1, 1, Optional.empty(), Optional.empty(), rendering);
    }

    AuditFeed first(int limit, Rendering rendering) {
        long count = filter.isOnlyAfter() && filter.after() <= book.floor()
                ? book.size()
                : downFrom(Long.MAX_VALUE).count();
        int pages = (int) Math.max(1, (count + limit - 1) / limit);
        return page(downFrom(Long.MAX_VALUE), 0, limit, 1, pages, rendering);
    }

    /// The page that a cursor points at; the lower bound that it remembers, if any, is in the filter already.
    AuditFeed at(List<Long> cursor, Rendering rendering) {
        long anchor = cursor.get(1);
        int limit = Math.toIntExact(Math.clamp(cursor.get(2), 1, Integer.MAX_VALUE / 2));
        int page = cursor.get(4).intValue();
        int pages = cursor.get(5).intValue();
        if (byOffset) {
            return page(downFrom(Long.MAX_VALUE).skip(anchor), anchor, limit, page, pages, rendering);
        }
        boolean back = cursor.getFirst() == 1;
        Stream<AuditRecord> records = back ? before(anchor, limit).stream() : downFrom(anchor - 1);
        return page(records, 0, limit, page, pages, rendering);
    }

    private List<AuditRecord> before(long id, int limit) {
        List<AuditRecord> upwards =
                matching(book.ascending(id + 1)).limit(limit).toList();
        return Stream.concat(upwards.reversed().stream(), downFrom(id).limit(1)).toList();
    }

    private AuditFeed page(
            Stream<AuditRecord> records, long offset, int limit, int page, int pages, Rendering rendering) {
        List<AuditRecord> shown = new ArrayList<>(records.limit(limit + 1L).toList());
        boolean more = shown.size() > limit;
        if (more) {
            shown.removeLast();
        }
        Optional<String> next = more
                ? Optional.of(
                        cursor(0, byOffset ? offset + limit : shown.getLast().id(), limit, page + 1, pages))
                : Optional.empty();
        Optional<String> previous = page > 1 && !shown.isEmpty()
                ? Optional.of(cursor(
                        1,
                        byOffset
                                ? Math.max(0, offset - limit)
                                : shown.getFirst().id(),
                        limit,
                        page - 1,
                        pages))
                : Optional.empty();
        return new AuditFeed(shown::iterator, page, pages, next, previous, rendering);
    }

    private String cursor(long direction, long anchor, int limit, int page, int pages) {
        var numbers = new ArrayList<>(List.of(direction, anchor, (long) limit, 3L, (long) page, (long) pages));
        if (keepsAfter) {
            numbers.add(filter.after());
        }
        return give.apply(Cursor.encode(numbers));
    }

    static List<Long> decode(String cursor) {
        return Cursor.decode(cursor, NUMBERS);
    }
}
