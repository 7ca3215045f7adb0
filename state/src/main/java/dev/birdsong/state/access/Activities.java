// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.Scoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Keeps who did what.
public final class Activities {

    private final Database database;
    private final Ids ids;

    public Activities(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /// Writes one down.
    public void add(Activity activity) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO activities (id, happened_at, user_id, email, address, action, object_kind, object_id,
                          object_name, tenant_id, outcome)
                        VALUES (:id, :at, :user, :email, :address, :action, :kind, :object, :name, :tenant, :outcome)
                        """)
                .bind("id", ids.draw())
                .bind("at", activity.at().toEpochMilli())
                .bind("user", activity.who().userId())
                .bind("email", activity.who().email())
                .bind("address", activity.who().address())
                .bind("action", activity.action())
                .bind("kind", activity.what().kind())
                .bind("object", activity.what().id())
                .bind("name", activity.what().name())
                .bind("tenant", activity.tenantId())
                .bind("outcome", activity.outcome())
                .execute());
    }

    /// What was done from one time to before another, newest first, at most so much.
    public List<Activity> between(TenantScope scope, Instant from, Instant to, int atMost) {
        var scoped = new Scoped(scope, "tenant_id");
        return database.read(handle -> scoped.bind(handle.createQuery("SELECT * FROM activities"
                                + " WHERE happened_at >= :from AND happened_at < :to AND " + scoped.condition()
                                + " ORDER BY happened_at DESC, id LIMIT :most")
                        .bind("from", from.toEpochMilli())
                        .bind("to", to.toEpochMilli())
                        .bind("most", atMost))
                .map((columns, _) -> activity(new Row(columns)))
                .list());
    }

    /// Forgets what was done before then; how much it was.
    public int forgetBefore(Instant time) {
        return database.write(handle -> handle.createUpdate("DELETE FROM activities WHERE happened_at < :before")
                .bind("before", time.toEpochMilli())
                .execute());
    }

    private static Activity activity(Row row) throws SQLException {
        return new Activity(
                row.time("happened_at"),
                new Activity.Who(row.text("user_id"), row.text("email"), row.text("address")),
                row.text("action"),
                new Activity.What(row.text("object_kind"), row.text("object_id"), row.text("object_name")),
                row.optionalText("tenant_id"),
                row.text("outcome"));
    }
}
