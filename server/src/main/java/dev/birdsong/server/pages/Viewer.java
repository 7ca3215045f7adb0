// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.people.TenantsEndpoint;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who looks at a page.
///
/// @param caller with all that they may see and do
/// @param tenants those that they may choose
/// @param tenant the one that they chose to look at; empty for all
public record Viewer(Caller caller, List<TenantsEndpoint.Answer> tenants, Optional<TenantsEndpoint.Answer> tenant) {

    public Viewer {
        tenants = List.copyOf(tenants);
    }

    /// Somebody who sees no more than the chosen tenant.
    public Caller seeing() {
        return tenant.map(chosen -> new TenantScope.Only(Set.of(chosen.custId())))
                .map(only -> new Access(caller.access().role(), only).within(caller.access()))
                .map(access -> new Caller(caller.userId(), caller.email(), access, caller.address()))
                .orElse(caller);
    }

    /// Whether they may do this, named as the [Permission] is.
    public boolean may(String permission) {
        return caller.access().allows(Permission.valueOf(permission));
    }

    /// Whether they see what belongs to no tenant.
    public boolean root() {
        return caller.seesAll();
    }
}
