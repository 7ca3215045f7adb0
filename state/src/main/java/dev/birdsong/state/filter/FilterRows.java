// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.filter;

import dev.birdsong.engine.filter.FilterCondition;
import dev.birdsong.engine.filter.FilterOperator;
import dev.birdsong.engine.filter.LogFilter;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.StateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// Log filters, put together from their three tables.
public record FilterRows(Handle handle) {

    private static final String SELECT = """
            SELECT f.id, f.name, f.tenant_id, c.number, c.field, c.operator, v.value
            FROM log_filters f
            JOIN log_filter_conditions c ON c.filter_id = f.id
            LEFT JOIN log_filter_values v ON v.filter_id = c.filter_id AND v.condition_number = c.number
            """;

    /// Those of a connector, in its order.
    public List<LogFilter> ofConnector(String connectorId) {
        return assemble(handle.createQuery(SELECT + """
                        JOIN connector_filters u ON u.filter_id = f.id
                        WHERE u.connector_id = :connector
                        ORDER BY u.number, f.id, c.number, v.number
                        """).bind("connector", connectorId));
    }

    List<LogFilter> where(String condition, UnaryOperator<Query> binding) {
        return assemble(binding.apply(handle.createQuery(
                SELECT + " WHERE " + condition + " ORDER BY LOWER(f.name), f.id, c.number, v.number")));
    }

    private static List<LogFilter> assemble(Query query) {
        Map<String, Parts> filters = new LinkedHashMap<>();
        query.map((row, _) -> Line.of(row))
                .forEach(line -> filters.computeIfAbsent(line.id(), _ -> new Parts(line, new LinkedHashMap<>()))
                        .add(line));
        return filters.values().stream().map(Parts::filter).toList();
    }

    void insertConditions(LogFilter filter) {
        PreparedBatch conditions = handle.prepareBatch("INSERT INTO log_filter_conditions"
                + " (filter_id, number, field, operator) VALUES (:filter, :number, :field, :operator)");
        PreparedBatch values = handle.prepareBatch("INSERT INTO log_filter_values"
                + " (filter_id, condition_number, number, value) VALUES (:filter, :condition, :number, :value)");
        for (int number = 0; number < filter.conditions().size(); number++) {
            FilterCondition condition = filter.conditions().get(number);
            conditions
                    .bind("filter", filter.id())
                    .bind("number", number)
                    .bind("field", condition.field())
                    .bind("operator", condition.operator().label())
                    .add();
            for (int value = 0; value < condition.values().size(); value++) {
                values.bind("filter", filter.id())
                        .bind("condition", number)
                        .bind("number", value)
                        .bind("value", condition.values().get(value))
                        .add();
            }
        }
        conditions.execute();
        values.execute();
    }

    void replaceConditions(LogFilter filter) {
        for (String table : List.of("log_filter_values", "log_filter_conditions")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE filter_id = :id")
                    .bind("id", filter.id())
                    .execute();
        }
        insertConditions(filter);
    }

    private record Line(
            String id,
            String name,
            Optional<String> tenant,
            int number,
            FilterCondition condition,
            Optional<String> value) {

        static Line of(ResultSet columns) throws SQLException {
            Row row = new Row(columns);
            String operator = row.text("operator");
            return new Line(
                    row.text("id"),
                    row.text("name"),
                    row.optionalText("tenant_id"),
                    row.smallNumber("number"),
                    new FilterCondition(
                            row.text("field"),
                            FilterOperator.of(operator)
                                    .orElseThrow(() -> new StateException.Unavailable(
                                            "the database has a log filter with the unknown operator " + operator)),
                            List.of()),
                    row.optionalText("value"));
        }
    }

    private record Parts(Line first, Map<Integer, Condition> conditions) {

        void add(Line line) {
            line.value()
                    .ifPresent(conditions
                            .computeIfAbsent(line.number(), _ -> new Condition(line.condition(), new ArrayList<>()))
                            .values()::add);
        }

        LogFilter filter() {
            return new LogFilter(
                    first.id(),
                    first.name(),
                    first.tenant(),
                    conditions.values().stream().map(Condition::filled).toList());
        }
    }

    private record Condition(FilterCondition empty, List<String> values) {

        FilterCondition filled() {
            return new FilterCondition(empty.field(), empty.operator(), values);
        }
    }
}
