// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.engine.filter.FilterOperator;
import dev.birdsong.server.collecting.LogFiltersEndpoint;
import java.util.List;

/// What the form of a log filter holds.
///
/// @param tenant an id, or `all`
public record FilterEntry(String name, String tenant, List<Line> lines) {

    public FilterEntry {
        lines = List.copyOf(lines);
    }

    /// A condition; of several values each is in a line.
    public record Line(String field, String operator, String value) {

        /// Whether several values can be entered.
        public boolean several() {
            return operator.equals(FilterOperator.IN.label());
        }

        static Line of(LogFiltersEndpoint.Condition condition) {
            return new Line(condition.field(), condition.operator(), String.join("\n", FilterWords.values(condition)));
        }
    }

    /// That of a filter that is made.
    static FilterEntry empty(String tenant) {
        return new FilterEntry("", tenant, List.of(new Line("", FilterOperator.IS.label(), "")));
    }

    static FilterEntry of(LogFiltersEndpoint.Answer filter) {
        return new FilterEntry(
                filter.name(),
                filter.custId(),
                filter.conditions().stream().map(Line::of).toList());
    }
}
