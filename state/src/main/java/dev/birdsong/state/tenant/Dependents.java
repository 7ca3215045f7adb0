// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.tenant;

import java.util.List;

/// What goes with a tenant when it is deleted, by name. Records in the lake stay.
///
/// @param users those that see no other tenant, by their email
public record Dependents(List<String> connectors, List<String> users, List<String> logFilters) {

    public Dependents {
        connectors = List.copyOf(connectors);
        users = List.copyOf(users);
        logFilters = List.copyOf(logFilters);
    }

    /// Whether nothing goes with it.
    public boolean isEmpty() {
        return connectors.isEmpty() && users.isEmpty() && logFilters.isEmpty();
    }
}
