// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.tenant;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Takes a tenant out, with its connectors, filters, positions, statistics, and the users and API keys that see nothing
/// else.
record TenantDeletion(Handle handle, String tenantId) {

    /// Users that see this tenant and no other.
    static final String ONLY_IN_IT = only("user_tenants", "users.id");

    private static final String KEYS_ONLY_IN_IT = only("api_key_tenants", "api_keys.id");

    private static final String ITS_SOURCES = "source_key IN (SELECT source_key FROM sources WHERE tenant_id = :id)";

    private static final List<String> BY_SOURCE = List.of(
            "positions", "quarantine", "left_out", "dropped_months", "reconciles", "shown_things", "missing_things");

    private static String only(String table, String owner) {
        return "NOT all_tenants AND EXISTS (SELECT 1 FROM " + table + " t WHERE t.owner_id = " + owner
                + " AND t.tenant_id = :id) AND NOT EXISTS (SELECT 1 FROM " + table + " t WHERE t.owner_id = " + owner
                + " AND t.tenant_id <> :id)";
    }

    boolean run() {
        execute("DELETE FROM users WHERE " + ONLY_IN_IT);
        execute("DELETE FROM api_keys WHERE " + KEYS_ONLY_IN_IT);
        execute(
                "UPDATE users SET stamp = stamp + 1 WHERE id IN (SELECT owner_id FROM user_tenants WHERE tenant_id = :id)");
        BY_SOURCE.forEach(table -> execute("DELETE FROM " + table + " WHERE " + ITS_SOURCES));
        execute("DELETE FROM connectors WHERE tenant_id = :id");
        return execute("DELETE FROM tenants WHERE id = :id") > 0;
    }

    private int execute(String sql) {
        return handle.createUpdate(sql).bind("id", tenantId).execute();
    }
}
