// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.connector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a list of connectors can be sorted by, named as in the API.
public enum ConnectorColumn {
    NAME("LOWER(c.name)"),
    _ID("c.id"),
    CUST_ID("c.tenant_id"),
    TENANTID("c.tenant_id"),
    TENANT_NAME("LOWER(t.name)"),
    CATEGORY("c.category"),
    TYPE("c.type"),
    RUN_ON("c.run_on"),
    HOST("c.host"),
    INTERVAL("c.interval_ms"),
    ACTIVE("c.active"),
    VERSION("c.revision"),
    CREATED_AT("c.created_at"),
    MODIFIED_AT("c.modified_at"),
    STATUS(worst("CASE condition WHEN 'failing' THEN 3 WHEN 'throttled' THEN 2 WHEN 'never-ran' THEN 1 ELSE 0 END")),
    LAST_ACTIVITY(worst("activity")),
    LAST_DATA_RECEIVED(worst("data"));

    private final String expression;

    ConnectorColumn(String expression) {
        this.expression = expression;
    }

    private static String worst(String value) {
        return "COALESCE((SELECT MAX(" + value + ") FROM stream_status s WHERE s.connector_id = c.id), 0)";
    }

    /// Its name in the API, such as `last_activity`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The column of this name.
    public static Optional<ConnectorColumn> of(String label) {
        return Arrays.stream(values())
                .filter(column -> column.label().equals(label))
                .findFirst();
    }

    String expression() {
        return expression;
    }
}
