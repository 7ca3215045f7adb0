// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.schedule;

import dev.birdsong.state.profile.Nodes;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Which connectors a profile runs. A connector in several is given to the first by name that has a node alive, else to
/// the first
/// by name.
///
/// @param profile whose connectors are asked for
/// @param before the profiles that go before it
record Ownership(Candidate profile, List<Candidate> before) {

    /// A profile.
    record Candidate(String id, String name, boolean all) {

        String task() {
            return taskOf(name);
        }
    }

    static String taskOf(String profile) {
        return "collect:" + profile;
    }

    /// All profiles, first those that have a node alive, then the others, both by name.
    static List<Candidate> candidates(Handle handle) {
        return handle.createQuery("""
                        SELECT p.id, p.name, p.all_connectors FROM profiles p
                        ORDER BY CASE WHEN EXISTS (SELECT 1 FROM nodes n
                          WHERE n.profile = p.name AND n.last_seen > <now> - :silence) THEN 0 ELSE 1 END, p.name
                        """)
                .bind("silence", Nodes.SILENCE.toMillis())
                .map((columns, _) -> candidate(new Row(columns)))
                .list();
    }

    private static Candidate candidate(Row row) throws SQLException {
        return new Candidate(row.text("id"), row.text("name"), row.flag("all_connectors"));
    }

    /// Of each profile, in their order.
    static List<Ownership> all(Handle handle) {
        List<Candidate> candidates = candidates(handle);
        return candidates.stream()
                .map(profile -> new Ownership(profile, candidates.subList(0, candidates.indexOf(profile))))
                .toList();
    }

    /// The streams that the profile runs, `s` of `connector_streams`, for `FROM` and `WHERE`.
    String streams() {
        return " connector_streams s WHERE s.active AND " + mine() + " AND " + nobodysBefore();
    }

    private String mine() {
        return profile.all()
                ? "1 = 1"
                : "EXISTS (SELECT 1 FROM profile_connectors m"
                        + " WHERE m.connector_id = s.connector_id AND m.profile_id = :profile)";
    }

    private String nobodysBefore() {
        if (before.stream().anyMatch(Candidate::all)) {
            return "1 = 0";
        }
        return before.isEmpty()
                ? "1 = 1"
                : "NOT EXISTS (SELECT 1 FROM profile_connectors m"
                        + " WHERE m.connector_id = s.connector_id AND m.profile_id IN (<before>))";
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        statement.bind("profile", profile.id()).bind("task", profile.task());
        return before.isEmpty()
                ? statement
                : statement.bindList(
                        "before", before.stream().map(Candidate::id).toList());
    }
}
