// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.people;

import dev.birdsong.server.http.Body;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// `role` and `scope` as they are sent and answered: `"Security Admin"`, and `"root"` or a list of tenant ids.
final class AccessBody {

    private static final String ROOT = "root";

    private AccessBody() {}

    /// @param usual what holds where a key is not given
    static Access read(Body body, Access usual) {
        Role role = body.text("role")
                .map(label -> Role.of(label).orElseThrow(() -> body.bad("role", "is one of " + roles())))
                .orElse(usual.role());
        return new Access(
                role, body.value("scope").map(node -> scope(body, node)).orElse(usual.scope()));
    }

    static Object scope(Access access) {
        return switch (access.scope()) {
            case TenantScope.All() -> ROOT;
            case TenantScope.Only(Set<String> tenants) ->
                tenants.stream().sorted().toList();
        };
    }

    private static TenantScope scope(Body body, JsonNode node) {
        if (node.isString() && node.stringValue().equals(ROOT)) {
            return new TenantScope.All();
        }
        List<String> tenants = body.texts("scope")
                .filter(list -> !list.isEmpty())
                .orElseThrow(() -> body.bad("scope", "is \"root\" or a list of at least one tenant id"));
        return new TenantScope.Only(Set.copyOf(tenants));
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "));
    }
}
