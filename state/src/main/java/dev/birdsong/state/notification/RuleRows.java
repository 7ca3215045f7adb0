// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import dev.birdsong.state.notification.NotificationRule.Recipients;
import dev.birdsong.state.notification.NotificationRule.Watch;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.StateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Rules as rows.
record RuleRows(Handle handle) {

    private static final String SEPARATOR = "\n";

    List<NotificationRule> where(String condition, UnaryOperator<Query> binding) {
        Map<String, List<String>> chosen = handle.createQuery(
                        "SELECT rule_id, connector_id FROM notification_rule_connectors ORDER BY rule_id, connector_id")
                .map((columns, _) -> Map.entry(columns.getString("rule_id"), columns.getString("connector_id")))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return binding.apply(handle.createQuery("SELECT r.*, r.sealed_secret IS NOT NULL AS signed"
                        + " FROM notification_rules r WHERE " + condition + " ORDER BY LOWER(r.name), r.id"))
                .map((columns, _) -> rule(new Row(columns), chosen))
                .list();
    }

    Optional<NotificationRule> find(String id) {
        return where("r.id = :id", query -> query.bind("id", id)).stream().findFirst();
    }

    void insert(NotificationRule rule) {
        write(rule, """
                INSERT INTO notification_rules (id, tenant_id, name, kind, threshold_ms, all_connectors, emails, webhooks,
                  enabled, created_at)
                VALUES (:id, :tenant, :name, :kind, :threshold, :all, :emails, :webhooks, :enabled, :created)
                """);
    }

    boolean update(NotificationRule rule) {
        handle.createUpdate("DELETE FROM notification_rule_connectors WHERE rule_id = :id")
                .bind("id", rule.id())
                .execute();
        return write(rule, """
                UPDATE notification_rules SET tenant_id = :tenant, name = :name, kind = :kind, threshold_ms = :threshold,
                  all_connectors = :all, emails = :emails, webhooks = :webhooks, enabled = :enabled
                WHERE id = :id
                """) > 0;
    }

    private int write(NotificationRule rule, String sql) {
        Watch watch = rule.watch();
        int rows = bind(handle.createUpdate(sql), rule)
                .bind("kind", watch.kind().label())
                .bind("threshold", watch.threshold().toMillis())
                .bind("all", watch.connectors().isEmpty())
                .execute();
        if (rows > 0) {
            choose(rule.id(), watch.connectors().orElse(List.of()));
        }
        return rows;
    }

    private static Update bind(Update update, NotificationRule rule) {
        return update.bind("id", rule.id())
                .bind("tenant", rule.tenantId())
                .bind("name", rule.name())
                .bind("emails", String.join(SEPARATOR, rule.recipients().emails()))
                .bind("webhooks", String.join(SEPARATOR, rule.recipients().webhooks()))
                .bind("enabled", rule.enabled())
                .bind("created", rule.createdAt().toEpochMilli());
    }

    private void choose(String ruleId, List<String> connectors) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO notification_rule_connectors (rule_id, connector_id) VALUES (:rule, :connector)");
        connectors.stream()
                .distinct()
                .forEach(connector ->
                        batch.bind("rule", ruleId).bind("connector", connector).add());
        batch.execute();
    }

    private static NotificationRule rule(Row row, Map<String, List<String>> chosen) throws SQLException {
        String id = row.text("id");
        return new NotificationRule(
                id,
                row.text("name"),
                row.optionalText("tenant_id"),
                new Watch(
                        kind(row.text("kind")),
                        Duration.ofMillis(row.number("threshold_ms")),
                        row.flag("all_connectors")
                                ? Optional.empty()
                                : Optional.of(chosen.getOrDefault(id, List.of()))),
                new Recipients(lines(row.text("emails")), lines(row.text("webhooks"))),
                row.flag("enabled"),
                row.flag("signed"),
                row.time("created_at"));
    }

    static AlertKind kind(String label) {
        return AlertKind.of(label)
                .orElseThrow(() -> new StateException.Unavailable(
                        "the database has a notification rule of the unknown kind " + label));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
