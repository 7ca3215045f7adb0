// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.sql.Row;
import dev.birdsong.state.sql.StateException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Which tenants somebody sees, as rows.
///
/// @param table with an owner and a tenant in each row
record ScopeRows(Handle handle, String table) {

    /// Those of every owner, by the owner's id.
    Map<String, Set<String>> all() {
        return handle.createQuery("SELECT owner_id, tenant_id FROM " + table)
                .map((columns, _) -> Map.entry(columns.getString("owner_id"), columns.getString("tenant_id")))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    Set<String> of(String ownerId) {
        return handle.createQuery("SELECT tenant_id FROM " + table + " WHERE owner_id = :owner")
                .bind("owner", ownerId)
                .mapTo(String.class)
                .set();
    }

    void replace(String ownerId, TenantScope scope) {
        handle.createUpdate("DELETE FROM " + table + " WHERE owner_id = :owner")
                .bind("owner", ownerId)
                .execute();
        if (scope instanceof TenantScope.Only(Set<String> tenants)) {
            tenants.forEach(this::check);
            PreparedBatch batch =
                    handle.prepareBatch("INSERT INTO " + table + " (owner_id, tenant_id) VALUES (:owner, :tenant)");
            tenants.forEach(tenant ->
                    batch.bind("owner", ownerId).bind("tenant", tenant).add());
            batch.execute();
        }
    }

    private void check(String tenantId) {
        boolean known = handle.createQuery("SELECT id FROM tenants WHERE id = :id")
                .bind("id", tenantId)
                .mapTo(String.class)
                .findOne()
                .isPresent();
        if (!known) {
            throw new StateException.Missing("there is no tenant with the id '" + tenantId + "'", "scope");
        }
    }

    static Access access(Row row, Set<String> tenants) throws SQLException {
        return new Access(
                Role.valueOf(row.text("role")),
                row.flag("all_tenants") ? new TenantScope.All() : new TenantScope.Only(tenants));
    }
}
