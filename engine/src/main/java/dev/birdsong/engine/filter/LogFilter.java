// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.filter;

import java.util.List;
import java.util.Optional;

/// A rule; a record that matches all its conditions is left out of the lake.
///
/// @param tenantId the tenant whose connectors may use it; empty: every tenant's
/// @param conditions one to ten, all of which must hold
public record LogFilter(String id, String name, Optional<String> tenantId, List<FilterCondition> conditions) {

    /// How many conditions a filter may have.
    public static final int MOST_CONDITIONS = 10;

    public LogFilter {
        conditions = List.copyOf(conditions);
    }
}
