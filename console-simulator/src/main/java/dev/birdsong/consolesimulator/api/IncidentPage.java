// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.Incident;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What one answer of an incident feed shows.
///
/// @param incidents opens the incidents to show; all of them are worked out as they are written
/// @param newest the one with the greatest `updated_id` of them
/// @param paged whether a limit was asked for
record IncidentPage(
        Supplier<Iterator<Incident>> incidents,
        Optional<Incident> newest,
        boolean paged,
        Optional<IncidentCursor> next,
        Optional<IncidentCursor> previous) {

    static IncidentPage of(List<Incident> page, Optional<IncidentCursor> next, Optional<IncidentCursor> previous) {
        var newest = page.stream().max((a, b) -> Long.compare(a.updatedId(), b.updatedId()));
        return new IncidentPage(page::iterator, newest, true, next, previous);
    }

    static IncidentPage everything(Supplier<Iterator<Incident>> incidents, Optional<Incident> newest, boolean paged) {
        return new IncidentPage(incidents, newest, paged, Optional.empty(), Optional.empty());
    }
}
