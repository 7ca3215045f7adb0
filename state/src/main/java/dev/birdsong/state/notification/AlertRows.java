// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import dev.birdsong.state.notification.Alert.OfRule;
import dev.birdsong.state.notification.Alert.Place;
import dev.birdsong.state.notification.Alert.Subject;
import dev.birdsong.state.notification.Alert.Times;
import dev.birdsong.state.sql.Row;
import java.sql.SQLException;

/// Alerts as rows, with the names of what they are about.
final class AlertRows {

    static final String COLUMNS = """
            a.id AS alert_id, a.kind, a.rule_id, r.name AS rule_name, r.tenant_id AS rule_tenant, a.tenant_id,
            t.name AS tenant_name, a.connector_id, c.name AS connector_name, a.subject, a.subject_name, a.since,
            a.opened_at, a.closed_at
            """;

    static final String JOINS = """
            JOIN notification_rules r ON r.id = a.rule_id JOIN tenants t ON t.id = a.tenant_id
            JOIN connectors c ON c.id = a.connector_id
            """;

    private AlertRows() {}

    static Alert alert(Row row) throws SQLException {
        return new Alert(
                row.text("alert_id"),
                RuleRows.kind(row.text("kind")),
                new OfRule(row.text("rule_id"), row.text("rule_name"), row.optionalText("rule_tenant")),
                new Place(
                        row.text("tenant_id"),
                        row.text("tenant_name"),
                        row.text("connector_id"),
                        row.text("connector_name")),
                new Subject(row.text("subject"), row.text("subject_name")),
                new Times(row.time("since"), row.time("opened_at"), row.optionalTime("closed_at")));
    }
}
