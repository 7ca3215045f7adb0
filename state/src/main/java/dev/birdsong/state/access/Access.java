// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import dev.birdsong.spi.lake.TenantScope;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody may do, and whose things they see.
public record Access(Role role, TenantScope scope) {

    /// Whether it allows this.
    public boolean allows(Permission permission) {
        return role.allows(permission, scope);
    }

    /// Whether it allows all that the other does, and sees all that it sees.
    public boolean covers(Access other) {
        return role.covers(other.role) && covers(other.scope);
    }

    private boolean covers(TenantScope other) {
        return scope instanceof TenantScope.All()
                || (scope instanceof TenantScope.Only(Set<String> ours)
                        && other instanceof TenantScope.Only(Set<String> theirs)
                        && ours.containsAll(theirs));
    }

    /// No more than the other allows: its role where this one goes beyond it, and the tenants that both see.
    public Access within(Access most) {
        return new Access(most.role.covers(role) ? role : most.role, both(scope, most.scope));
    }

    private static TenantScope both(TenantScope one, TenantScope other) {
        if (!(one instanceof TenantScope.Only(Set<String> tenants))) {
            return other;
        }
        return other instanceof TenantScope.Only(Set<String> others)
                ? new TenantScope.Only(
                        tenants.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet()))
                : one;
    }
}
