// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.state.tenant.Dependents;
import java.util.List;
import java.util.stream.Stream;

/// Things that go with a tenant.
///
/// @param names of some of them
/// @param more how many there are beside these
public record Going(String kind, List<String> names, int more) {

    private static final int NAMED = 12;

    public Going {
        names = List.copyOf(names);
    }

    static List<Going> of(Dependents dependents) {
        return Stream.of(
                        of("Connectors", dependents.connectors()),
                        of("Users who see no other tenant", dependents.users()),
                        of("Log filters", dependents.logFilters()))
                .filter(going -> !going.names().isEmpty())
                .toList();
    }

    private static Going of(String kind, List<String> all) {
        List<String> named = all.subList(0, Math.min(NAMED, all.size()));
        return new Going(kind, named, all.size() - named.size());
    }
}
