// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.Scoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Keeps what rules found.
public final class Alerts {

    private final Database database;
    private final Ids ids;

    /// A page of a list.
    ///
    /// @param total how many there are on all pages
    public record Page(long total, List<Alert> alerts) {

        public Page {
            alerts = List.copyOf(alerts);
        }
    }

    /// Which alerts are asked for.
    ///
    /// @param open those that go on, or those that are over; empty: both
    /// @param page from 0
    /// @param size how many a page has
    public record Asked(TenantScope scope, Optional<Boolean> open, int page, int size) {

        String condition() {
            return scoped().condition()
                    + open.map(on -> on ? " AND a.closed_at IS NULL" : " AND a.closed_at IS NOT NULL")
                            .orElse("");
        }

        Query bind(Query query) {
            return scoped().bind(query);
        }

        private Scoped scoped() {
            return new Scoped(scope, "a.tenant_id");
        }
    }

    public Alerts(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /// Brings the alerts of a rule to what was found: opens, reminds, closes, and has it told.
    ///
    /// @param watched ids of the connectors that it watches; what it does not watch any more is closed without a
    /// word
    public void settle(NotificationRule rule, Set<String> watched, List<Finding> findings, Instant now) {
        database.write(handle -> {
            new Settling(handle, ids, rule, now).run(watched, findings);
            return true;
        });
    }

    /// A page of those asked for: what is open first, then the newest.
    public Page list(Asked asked) {
        return database.read(handle -> new Page(
                asked.bind(handle.createQuery("SELECT COUNT(*) FROM alerts a WHERE " + asked.condition()))
                        .mapTo(Long.class)
                        .one(),
                page(handle, asked)));
    }

    private static List<Alert> page(Handle handle, Asked asked) {
        return asked.bind(handle.createQuery("SELECT " + AlertRows.COLUMNS + " FROM alerts a " + AlertRows.JOINS
                        + " WHERE " + asked.condition()
                        + " ORDER BY CASE WHEN a.closed_at IS NULL THEN 0 ELSE 1 END, a.opened_at DESC, a.id DESC"
                        + " LIMIT :size OFFSET :from"))
                .bind("size", asked.size())
                .bind("from", (long) asked.page() * asked.size())
                .map((columns, _) -> AlertRows.alert(new Row(columns)))
                .list();
    }

    /// How many go on.
    public long open(TenantScope scope) {
        var scoped = new Scoped(scope, "tenant_id");
        return database.read(handle -> scoped.bind(handle.createQuery(
                        "SELECT COUNT(*) FROM alerts WHERE closed_at IS NULL AND " + scoped.condition()))
                .mapTo(Long.class)
                .one());
    }

    /// Forgets those that were over before then; how many they were.
    public int forgetBefore(Instant time) {
        return database.write(handle -> handle.createUpdate("DELETE FROM alerts WHERE closed_at < :before")
                .bind("before", time.toEpochMilli())
                .execute());
    }
}
