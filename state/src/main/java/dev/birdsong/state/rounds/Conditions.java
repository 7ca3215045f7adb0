// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.rounds;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// Conditions as columns.
final class Conditions {

    private Conditions() {}

    static Condition of(Row row) throws SQLException {
        return switch (row.text("condition")) {
            case "healthy" -> new Condition.Healthy();
            case "throttled" -> new Condition.Throttled(row.time("condition_until"));
            case "failing" ->
                new Condition.Failing(row.text("kind"), row.smallNumber("http_status"), row.text("message"));
            default -> new Condition.NeverRan();
        };
    }

    static <S extends SqlStatement<S>> S bind(S statement, Condition condition) {
        return switch (condition) {
            case Condition.NeverRan() -> bind(statement, "never-ran", Optional.empty());
            case Condition.Healthy() -> bind(statement, "healthy", Optional.empty());
            case Condition.Throttled(Instant until) -> bind(statement, "throttled", Optional.of(until));
            case Condition.Failing(String kind, int httpStatus, String message) ->
                bind(statement, "failing", Optional.empty())
                        .bind("kind", kind)
                        .bind("http_status", httpStatus)
                        .bind("message", message);
        };
    }

    private static <S extends SqlStatement<S>> S bind(S statement, String name, Optional<Instant> until) {
        return statement
                .bind("condition", name)
                .bind("until", until.map(Instant::toEpochMilli))
                .bind("kind", "")
                .bind("http_status", 0)
                .bind("message", "");
    }

    /// Whether one goes on as the other: the same trouble, or none in both.
    static boolean same(Condition one, Condition other) {
        if (one instanceof Condition.Failing first && other instanceof Condition.Failing second) {
            return first.kind().equals(second.kind()) && first.httpStatus() == second.httpStatus();
        }
        return one.getClass().equals(other.getClass());
    }
}
