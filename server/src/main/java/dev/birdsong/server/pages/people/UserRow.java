// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.UsersEndpoint;
import java.util.List;

/// A user as pages show them.
///
/// @param scope whose things they see, in words
/// @param tenants ids of the tenants that they see; none where they see all
/// @param self whether it is the one who looks
public record UserRow(UsersEndpoint.Answer user, String scope, List<String> tenants, boolean self) {

    public UserRow {
        tenants = List.copyOf(tenants);
    }

    static UserRow of(Viewer viewer, UsersEndpoint.Answer user) {
        return new UserRow(
                user,
                ScopeWords.of(viewer, user.scope()),
                ScopeWords.tenants(user.scope()),
                user.id().equals(viewer.caller().userId()));
    }
}
