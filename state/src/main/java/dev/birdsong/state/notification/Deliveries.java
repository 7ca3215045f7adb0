// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keeps what is to be told, until it was told or given up.
public final class Deliveries {

    private final Database database;

    /// Something to be told now.
    public record Due(Delivery delivery, Alert alert) {}

    public Deliveries(Database database) {
        this.database = database;
    }

    /// What is to be tried now, the longest waiting first, at most so much.
    public List<Due> due(Instant now, int atMost) {
        return database.read(handle -> handle.createQuery("SELECT d.*, " + AlertRows.COLUMNS
                        + " FROM deliveries d JOIN alerts a ON a.id = d.alert_id " + AlertRows.JOINS
                        + " WHERE d.state = 'waiting' AND d.at <= :now ORDER BY d.at, d.id LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("most", atMost)
                .map((columns, _) -> due(new Row(columns)))
                .list());
    }

    /// Those of these alerts, by the alert's id, in the order in which they came about.
    public Map<String, List<Delivery>> of(Collection<String> alertIds) {
        if (alertIds.isEmpty()) {
            return Map.of();
        }
        return database.read(
                handle -> handle.createQuery("SELECT d.* FROM deliveries d WHERE d.alert_id IN (<ids>) ORDER BY d.id")
                        .bindList("ids", List.copyOf(alertIds))
                        .map((columns, _) -> delivery(new Row(columns)))
                        .collect(Collectors.groupingBy(Delivery::alertId)));
    }

    /// These were taken.
    public void delivered(List<Delivery> told, Instant at) {
        write(told, Delivery.State.DELIVERED, at, "");
    }

    /// These were not taken.
    ///
    /// @param again when to try again; empty: never
    public void failed(List<Delivery> untold, String problem, Instant now, Optional<Instant> again) {
        write(untold, again.isPresent() ? Delivery.State.WAITING : Delivery.State.FAILED, again.orElse(now), problem);
    }

    private void write(List<Delivery> deliveries, Delivery.State state, Instant at, String problem) {
        if (deliveries.isEmpty()) {
            return;
        }
        database.write(handle -> handle.createUpdate("UPDATE deliveries SET state = :state, attempts = attempts + 1,"
                        + " at = :at, problem = :problem WHERE id IN (<ids>)")
                .bindList("ids", deliveries.stream().map(Delivery::id).toList())
                .bind("state", state.label())
                .bind("at", at.toEpochMilli())
                .bind("problem", problem)
                .execute());
    }

    private static Due due(Row row) throws SQLException {
        return new Due(delivery(row), AlertRows.alert(row));
    }

    private static Delivery delivery(Row row) throws SQLException {
        return new Delivery(
                row.text("id"),
                row.text("alert_id"),
                AlertEvent.of(row.text("event")),
                new Delivery.To(Channel.of(row.text("channel")), row.text("recipient")),
                new Delivery.Outcome(
                        Delivery.State.of(row.text("state")),
                        row.smallNumber("attempts"),
                        row.time("at"),
                        row.text("problem")));
    }
}
