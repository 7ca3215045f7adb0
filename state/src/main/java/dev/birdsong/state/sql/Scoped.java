// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import dev.birdsong.spi.lake.TenantScope;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/// Keeps a statement to what a tenant scope may see. Everything that is asked for somebody goes through here.
///
/// @param column the one with the tenant's id
public record Scoped(TenantScope scope, String column) {

    /// The condition, for `WHERE`.
    public String condition() {
        return switch (scope) {
            case TenantScope.All() -> "1 = 1";
            case TenantScope.Only(var tenants) -> tenants.isEmpty() ? "1 = 0" : column + " IN (<tenants_in_scope>)";
        };
    }

    /// Fills the condition in.
    public <S extends SqlStatement<S>> S bind(S statement) {
        return scope instanceof TenantScope.Only(var tenants) && !tenants.isEmpty()
                ? statement.bindList("tenants_in_scope", List.copyOf(tenants))
                : statement;
    }
}
