// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.server.collecting.LogFiltersEndpoint;
import dev.birdsong.server.pages.Viewer;
import java.util.List;

/// A log filter as the table shows it.
///
/// @param tenant the name of the one it is for, or that it is for all
/// @param conditions in words
/// @param uses how many connectors use it
public record FilterRow(String id, String name, String tenant, List<String> conditions, long uses) {

    /// Stands for every tenant.
    static final String ALL = "all";

    public FilterRow {
        conditions = List.copyOf(conditions);
    }

    static FilterRow of(Viewer viewer, LogFiltersEndpoint.Answer filter, long uses) {
        String tenant = viewer.tenants().stream()
                .filter(known -> known.custId().equals(filter.custId()))
                .map(known -> known.custName())
                .findFirst()
                .orElse(filter.custId().equals(ALL) ? "All tenants" : filter.custId());
        List<String> words =
                filter.conditions().stream().map(FilterWords::sentence).toList();
        return new FilterRow(filter.id(), filter.name(), tenant, words, uses);
    }
}
