// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import dev.birdsong.state.sql.Ids;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Compares what was found with what is open. Run again with the same findings it does nothing.
record Settling(Handle handle, Ids ids, NotificationRule rule, Instant now) {

    private static final Duration REMINDER = Duration.ofHours(24);

    private record Key(String connectorId, String subject) {}

    private record Open(String id, Key key, AlertKind kind, Instant told) {

        static Open of(Row row) throws SQLException {
            return new Open(
                    row.text("id"),
                    new Key(row.text("connector_id"), row.text("subject")),
                    RuleRows.kind(row.text("kind")),
                    row.time("told_at"));
        }
    }

    void run(Set<String> watched, List<Finding> findings) {
        Map<Key, Finding> found = new LinkedHashMap<>();
        findings.forEach(finding -> found.put(new Key(finding.connectorId(), finding.subject()), finding));
        for (Open alert : open()) {
            boolean same = alert.kind() == rule.watch().kind();
            boolean goesOn = same && found.remove(alert.key()) != null;
            if (!goesOn) {
                close(alert, same && watched.contains(alert.key().connectorId()));
            } else if (!alert.told().plus(REMINDER).isAfter(now)) {
                remind(alert);
            }
        }
        found.values().forEach(this::open);
        if (!rule.enabled()) {
            dropWaiting();
        }
    }

    private List<Open> open() {
        return handle.createQuery("SELECT id, connector_id, subject, kind, told_at FROM alerts"
                        + " WHERE rule_id = :rule AND closed_at IS NULL")
                .bind("rule", rule.id())
                .map((columns, _) -> Open.of(new Row(columns)))
                .list();
    }

    private void open(Finding finding) {
        String id = ids.draw();
        int opened = handle.createUpdate("""
                        INSERT INTO alerts (id, rule_id, tenant_id, connector_id, kind, subject, subject_name, since,
                          opened_at, told_at)
                        SELECT :id, :rule, c.tenant_id, c.id, :kind, :subject, :name, :since, :now, :now
                        FROM connectors c WHERE c.id = :connector
                        """)
                .bind("id", id)
                .bind("rule", rule.id())
                .bind("kind", rule.watch().kind().label())
                .bind("connector", finding.connectorId())
                .bind("subject", finding.subject())
                .bind("name", finding.subjectName())
                .bind("since", finding.since().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
        if (opened > 0) {
            tell(id, AlertEvent.OPENED);
        }
    }

    private void remind(Open alert) {
        update("told_at", alert);
        tell(alert.id(), AlertEvent.REMINDER);
    }

    private void close(Open alert, boolean over) {
        update("closed_at", alert);
        if (over) {
            tell(alert.id(), AlertEvent.CLOSED);
        }
    }

    private void update(String column, Open alert) {
        handle.createUpdate("UPDATE alerts SET " + column + " = :now WHERE id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", alert.id())
                .execute();
    }

    private void tell(String alertId, AlertEvent event) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO deliveries (id, alert_id, event, channel, recipient, state, attempts, at, problem)
                VALUES (:id, :alert, :event, :channel, :recipient, 'waiting', 0, :now, '')
                """);
        rule.recipients().emails().forEach(email -> add(batch, alertId, event, Channel.EMAIL, email));
        rule.recipients().webhooks().forEach(url -> add(batch, alertId, event, Channel.WEBHOOK, url));
        batch.execute();
    }

    private void add(PreparedBatch batch, String alertId, AlertEvent event, Channel channel, String recipient) {
        batch.bind("id", ids.draw())
                .bind("alert", alertId)
                .bind("event", event.label())
                .bind("channel", channel.label())
                .bind("recipient", recipient)
                .bind("now", now.toEpochMilli())
                .add();
    }

    private void dropWaiting() {
        handle.createUpdate("""
                        UPDATE deliveries SET state = 'failed', at = :now, problem = 'the rule was switched off before'
                        WHERE state = 'waiting' AND alert_id IN (SELECT id FROM alerts WHERE rule_id = :rule)
                        """)
                .bind("now", now.toEpochMilli())
                .bind("rule", rule.id())
                .execute();
    }
}
