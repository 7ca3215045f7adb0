// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.filter;

import java.util.List;

/// One condition of a log filter.
///
/// @param field an Interflow path, such as `srcip` or `thinkst_canary.event.USERNAME`
/// @param values one, for [FilterOperator#IN] any number, none for the operators that ask whether a field is there
public record FilterCondition(String field, FilterOperator operator, List<String> values) {

    public FilterCondition {
        values = List.copyOf(values);
    }
}
