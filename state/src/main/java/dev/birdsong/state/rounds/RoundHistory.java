// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.run.RoundReport.Span;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.Scoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What was written down about rounds.
public final class RoundHistory {

    private final Database database;

    public RoundHistory(Database database) {
        this.database = database;
    }

    /// A round that has ended.
    public record Ended(String contentType, Span span, Condition condition, RoundCounts counts) {}

    /// What a content type of a connector brought on a day of UTC. Its connector may be gone.
    public record Day(String connectorId, String tenantId, String contentType, LocalDate day, RoundCounts counts) {}

    /// What a log filter left out of a connector on a day of UTC.
    public record Filtered(String filterId, String connectorId, LocalDate day, long records) {}

    /// The last rounds of a connector, newest first, at most so many.
    public List<Ended> rounds(String connectorId, int atMost) {
        return database.read(handle -> handle.createQuery("SELECT * FROM rounds WHERE connector_id = :connector"
                        + " ORDER BY began DESC, content_type LIMIT :most")
                .bind("connector", connectorId)
                .bind("most", atMost)
                .map((columns, _) -> ended(new Row(columns)))
                .list());
    }

    /// What came in on these days, both included, by day, connector and content type.
    ///
    /// @param connectorId of one connector; empty: of all
    public List<Day> days(TenantScope scope, Optional<String> connectorId, LocalDate from, LocalDate to) {
        var scoped = new Scoped(scope, "tenant_id");
        String one = connectorId.isPresent() ? " AND connector_id = :connector" : "";
        return database.read(handle -> scoped.bind(handle.createQuery("SELECT * FROM ingestion WHERE day >= :from"
                                + " AND day <= :to AND " + scoped.condition() + one
                                + " ORDER BY day, connector_id, content_type")
                        .bind("from", from.toEpochDay())
                        .bind("to", to.toEpochDay())
                        .bind("connector", connectorId))
                .map((columns, _) -> day(new Row(columns)))
                .list());
    }

    /// What log filters left out on these days, both included.
    public List<Filtered> filtered(TenantScope scope, LocalDate from, LocalDate to) {
        var scoped = new Scoped(scope, "tenant_id");
        return database.read(handle -> scoped.bind(handle.createQuery("SELECT * FROM filtered WHERE day >= :from"
                                + " AND day <= :to AND " + scoped.condition()
                                + " ORDER BY day, filter_id, connector_id")
                        .bind("from", from.toEpochDay())
                        .bind("to", to.toEpochDay()))
                .map((columns, _) -> new Filtered(
                        columns.getString("filter_id"),
                        columns.getString("connector_id"),
                        LocalDate.ofEpochDay(columns.getLong("day")),
                        columns.getLong("records")))
                .list());
    }

    private static Ended ended(Row row) throws SQLException {
        return new Ended(
                row.text("content_type"),
                new Span(row.text("node"), row.time("began"), row.time("ended")),
                Conditions.of(row),
                counts(row));
    }

    private static Day day(Row row) throws SQLException {
        return new Day(
                row.text("connector_id"),
                row.text("tenant_id"),
                row.text("content_type"),
                LocalDate.ofEpochDay(row.number("day")),
                counts(row));
    }

    private static RoundCounts counts(Row row) throws SQLException {
        return new RoundCounts(
                row.number("pages"),
                row.number("records_read"),
                row.number("bytes"),
                new PutResult(row.number("created"), row.number("updated"), row.number("unchanged")),
                row.number("filtered"),
                row.number("quarantined"));
    }
}
