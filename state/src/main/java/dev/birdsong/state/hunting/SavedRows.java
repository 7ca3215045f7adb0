// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.hunting;

import dev.birdsong.state.hunting.SavedQuery.Range;
import dev.birdsong.state.hunting.SavedQuery.Search;
import dev.birdsong.state.hunting.SavedQuery.Times;
import dev.birdsong.state.hunting.SavedQuery.Visible;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Saved queries as rows.
record SavedRows(Handle handle) {

    private static final String SEPARATOR = "\n";

    List<SavedQuery> where(String condition, UnaryOperator<Query> binding) {
        return binding.apply(handle.createQuery(
                        "SELECT * FROM saved_queries WHERE " + condition + " ORDER BY LOWER(name), id"))
                .map((columns, _) -> query(new Row(columns)))
                .list();
    }

    Optional<SavedQuery> find(String id) {
        return where("id = :id", query -> query.bind("id", id)).stream().findFirst();
    }

    void insert(SavedQuery query) {
        write(query, """
                INSERT INTO saved_queries (id, owner_id, tenant_id, name, made_by, query, indices, time_range, time_from,
                  time_to, columns, sort, created_at, modified_at)
                VALUES (:id, :owner, :tenant, :name, :by, :query, :indices, :range, :from, :to, :columns, :sort, :created,
                  :modified)
                """);
    }

    boolean update(SavedQuery query) {
        return write(query, """
                UPDATE saved_queries SET owner_id = :owner, tenant_id = :tenant, name = :name, query = :query,
                  indices = :indices, time_range = :range, time_from = :from, time_to = :to, columns = :columns,
                  sort = :sort, modified_at = :modified
                WHERE id = :id
                """) > 0;
    }

    private int write(SavedQuery query, String sql) {
        Search search = query.search();
        return handle.createUpdate(sql)
                .bind("id", query.id())
                .bind("owner", owner(query.visible()))
                .bind("tenant", tenant(query.visible()))
                .bind("name", query.name())
                .bind("by", query.madeBy())
                .bind("query", search.query())
                .bind("indices", search.index())
                .bind("range", search.range().key())
                .bind("from", search.range().from())
                .bind("to", search.range().to())
                .bind("columns", String.join(SEPARATOR, search.columns()))
                .bind("sort", search.sort())
                .bind("created", query.times().created().toEpochMilli())
                .bind("modified", query.times().modified().toEpochMilli())
                .execute();
    }

    private static Optional<String> owner(Visible visible) {
        return visible instanceof Visible.Own(String user) ? Optional.of(user) : Optional.empty();
    }

    private static Optional<String> tenant(Visible visible) {
        return visible instanceof Visible.OfTenant(String tenant) ? Optional.of(tenant) : Optional.empty();
    }

    private static SavedQuery query(Row row) throws SQLException {
        return new SavedQuery(
                row.text("id"),
                row.text("name"),
                visible(row),
                row.text("made_by"),
                new Search(
                        row.text("query"),
                        row.text("indices"),
                        new Range(row.text("time_range"), row.text("time_from"), row.text("time_to")),
                        row.text("columns").lines().toList(),
                        row.text("sort")),
                new Times(row.time("created_at"), row.time("modified_at")));
    }

    private static Visible visible(Row row) throws SQLException {
        Optional<String> tenant = row.optionalText("tenant_id");
        return tenant.isPresent() ? new Visible.OfTenant(tenant.get()) : new Visible.Own(row.text("owner_id"));
    }
}
