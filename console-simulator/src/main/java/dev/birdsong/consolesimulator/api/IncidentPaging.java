// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.Incident;
import dev.birdsong.consolesimulator.book.IncidentBook;
import dev.birdsong.consolesimulator.book.IncidentFilter;
import dev.birdsong.consolesimulator.settings.Switches;
import dev.birdsong.consolesimulator.settings.Switches.CursorTarget;
import dev.birdsong.consolesimulator.settings.Switches.PageOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Cuts a book of incidents into pages, as the switches say.
final class IncidentPaging {

    private final IncidentBook book;
    private final IncidentFilter filter;
    private final boolean ascending;
    private final boolean reversed;
    private final boolean byOffset;

    IncidentPaging(IncidentBook book, IncidentFilter filter, Switches switches) {
        this.book = book;
        this.filter = filter;
        ascending = switches.pageOrder() == PageOrder.ASCENDING;
        reversed = switches.pageOrder() == PageOrder.REVERSED;
        byOffset = switches.cursorPointsAt() == CursorTarget.OFFSET;
    }

    /// Everything at once.
    IncidentPage everything(boolean paged) {
        boolean upwards = ascending || reversed;
        return IncidentPage.everything(
                () -> matching(upwards, upwards ? filter.since() + 1 : IncidentBook.ENDLESS)
                        .iterator(),
                newest(),
                paged);
    }

    private Optional<Incident> newest() {
        return matching(false, IncidentBook.ENDLESS).findFirst();
    }

    private Stream<Incident> matching(boolean upwards, long from) {
        Iterator<Incident> all = upwards ? book.ascending(from) : book.descending(from);
        Iterable<Incident> iterable = () -> all;
        Stream<Incident> stream = StreamSupport.stream(iterable.spliterator(), false);
        Stream<Incident> bounded = upwards ? stream : stream.takeWhile(i -> i.updatedId() > filter.since());
        return bounded.filter(filter::admits);
    }

    /// The first page of a walk.
    IncidentPage first(int limit) {
        long bound = newest().map(Incident::updatedId).orElse(0L);
        long start = byOffset ? 0 : ascending ? filter.since() + 1 : bound;
        int count = book.count(filter);
        int pages = Math.max(1, (int) ((count + (long) limit - 1) / limit));
        return at(new IncidentCursor(start, start, bound, limit, 1, pages));
    }

    /// The page that a cursor points at.
    IncidentPage at(IncidentCursor cursor) {
        List<Incident> page =
                new ArrayList<>(from(cursor).limit(cursor.limit() + 1L).toList());
        Optional<Incident> beyond = page.size() > cursor.limit() ? Optional.of(page.removeLast()) : Optional.empty();
        long anchor =
                page.isEmpty() || byOffset ? cursor.start() : page.getFirst().updatedId();
        IncidentCursor here = cursor.to(anchor, cursor.page());
        Optional<IncidentCursor> next = beyond.map(incident ->
                here.to(byOffset ? cursor.start() + cursor.limit() : incident.updatedId(), cursor.page() + 1));
        return IncidentPage.of(reversed ? page.reversed() : page, next, previous(here));
    }

    private Stream<Incident> from(IncidentCursor cursor) {
        if (byOffset) {
            return matching(ascending, ascending ? filter.since() + 1 : IncidentBook.ENDLESS)
                    .skip(cursor.start());
        }
        return matching(ascending, cursor.start()).takeWhile(i -> i.updatedId() <= cursor.bound());
    }

    private Optional<IncidentCursor> previous(IncidentCursor here) {
        if (here.page() <= 1) {
            return Optional.empty();
        }
        long start = byOffset ? Math.max(0, here.start() - here.limit()) : startBefore(here);
        return Optional.of(here.to(start, here.page() - 1));
    }

    private long startBefore(IncidentCursor here) {
        long from = ascending ? here.start() - 1 : here.start() + 1;
        return matching(!ascending, from)
                .limit(here.limit())
                .reduce((_, last) -> last)
                .map(Incident::updatedId)
                .orElse(here.start());
    }
}
