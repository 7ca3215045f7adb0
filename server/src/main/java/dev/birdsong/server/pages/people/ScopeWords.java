// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.TenantsEndpoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says whose things somebody sees.
final class ScopeWords {

    private static final String OTHER = "a tenant that is not yours";

    private ScopeWords() {}

    /// A scope as the API answers it, in words: all tenants, or their names.
    static String of(Viewer viewer, Object scope) {
        Map<String, String> names = viewer.tenants().stream()
                .collect(Collectors.toMap(TenantsEndpoint.Answer::custId, TenantsEndpoint.Answer::custName));
        return tenants(scope).isEmpty()
                ? "All tenants"
                : tenants(scope).stream()
                        .map(id -> names.getOrDefault(id, OTHER))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /// The ids of its tenants; none where it is all of them.
    static List<String> tenants(Object scope) {
        return scope instanceof List<?> ids ? ids.stream().map(String::valueOf).toList() : List.of();
    }
}
