// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.access;

import dev.birdsong.server.http.ApiException;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Activity;
import dev.birdsong.state.access.Permission;
import java.util.Set;

/// Who asks, what they may do, and from where they ask.
///
/// @param access what their token allows, which is no more than what the user may do
/// @param address of the client, behind trusted proxies the one that these tell
public record Caller(String userId, String email, Access access, String address) {

    /// Whose things they see.
    public TenantScope scope() {
        return access.scope();
    }

    /// Whether they see what belongs to this tenant.
    public boolean sees(String tenantId) {
        return switch (scope()) {
            case TenantScope.All() -> true;
            case TenantScope.Only(Set<String> tenants) -> tenants.contains(tenantId);
        };
    }

    /// The scope of one tenant, which they must see.
    ///
    /// @throws ApiException 404
    public TenantScope only(String tenantId) {
        if (!sees(tenantId)) {
            throw ApiException.missing("tenant", tenantId);
        }
        return new TenantScope.Only(Set.of(tenantId));
    }

    /// Whether they see every tenant.
    public boolean seesAll() {
        return scope() instanceof TenantScope.All;
    }

    /// Goes on only if they may do this.
    ///
    /// @throws ApiException 403
    public void require(Permission permission) {
        if (!access.allows(permission)) {
            throw ApiException.forbidden("the role " + access.role().label()
                    + (permission.wantsRootScope() && !seesAll() ? " without root scope" : "")
                    + " does not allow this: ask an administrator");
        }
    }

    /// Goes on only if they see every tenant.
    ///
    /// @param what they ask for, in the plural
    /// @throws ApiException 403
    public void requireRoot(String what) {
        if (!seesAll()) {
            throw ApiException.forbidden(what + " need root scope: ask an administrator");
        }
    }

    /// As the activity log knows them.
    public Activity.Who who() {
        return new Activity.Who(userId, email, address);
    }
}
