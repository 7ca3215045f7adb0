// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.Auditing;

/// Which audit records a request asks for. Blank texts and the widest bounds leave nothing out.
///
/// @param after only with a greater id
/// @param from only from this second on
/// @param to only before this second
public record AuditFilter(long after, String action, String term, long from, long to) {

    public static AuditFilter after(long id) {
        return new AuditFilter(id, "", "", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public boolean isOnlyAfter() {
        return equals(after(after));
    }

    public boolean admits(AuditRecord entry) {
        return entry.id() > after
                && (action.isEmpty() || entry.action().equals(action))
                && (term.isEmpty()
                        || Auditing.message(entry.action(), entry.subject(), entry.draw())
                                .contains(term))
                && entry.time() >= from
                && entry.time() < to;
    }
}
