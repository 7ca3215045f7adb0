// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.sql.Scoped;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/// Which connectors are asked for.
///
/// @param active empty: those that run and those that are paused
/// @param text part of the name, the host or the tenant's name, case ignored; empty: all
public record ConnectorQuery(TenantScope scope, Optional<Boolean> active, String text, Order order, Slice slice) {

    /// In which order, then by id.
    public record Order(ConnectorColumn column, boolean descending) {

        /// From A to Z.
        public static final Order BY_NAME = new Order(ConnectorColumn.NAME, false);
    }

    /// Which of them.
    ///
    /// @param page from 0
    /// @param size how many a page has
    public record Slice(int page, int size) {}

    String condition() {
        return scoped().condition()
                + (active.isPresent() ? " AND c.active = :active" : "")
                + (text.isEmpty()
                        ? ""
                        : " AND (LOWER(c.name) LIKE :text ESCAPE '!' OR LOWER(c.host) LIKE :text ESCAPE '!'"
                                + " OR LOWER(t.name) LIKE :text ESCAPE '!')");
    }

    String ordering() {
        String direction = order.descending() ? " DESC" : "";
        return " ORDER BY " + order.column().expression() + direction + ", c.id" + direction;
    }

    Query bind(Query query) {
        return scoped().bind(query.bind("active", active.orElse(true)).bind("text", "%" + pattern() + "%"));
    }

    private Scoped scoped() {
        return new Scoped(scope, "c.tenant_id");
    }

    private String pattern() {
        return text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
