// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.engine.filter.FilterOperator;
import dev.birdsong.server.collecting.LogFiltersEndpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Conditions as people say them.
final class FilterWords {

    private FilterWords() {}

    /// All operators: as programs name them, and as people say them.
    static Map<String, String> operators() {
        Map<String, String> operators = new LinkedHashMap<>();
        for (FilterOperator operator : FilterOperator.values()) {
            operators.put(operator.label(), words(operator));
        }
        return operators;
    }

    /// A condition in words, such as: srcip is in the network 10.0.0.0/8.
    static String sentence(LogFiltersEndpoint.Condition condition) {
        String words =
                FilterOperator.of(condition.operator()).map(FilterWords::words).orElse(condition.operator());
        String values =
                values(condition).stream().map(value -> "“" + value + "”").collect(Collectors.joining(", "));
        return (condition.field() + " " + words + " " + values).strip();
    }

    /// The values of a condition, be it one or several.
    static List<String> values(LogFiltersEndpoint.Condition condition) {
        return condition.value() instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(condition.value()));
    }

    private static String words(FilterOperator operator) {
        return switch (operator) {
            case IS -> "is";
            case IS_NOT -> "is not";
            case CONTAINS -> "contains";
            case STARTS_WITH -> "starts with";
            case ENDS_WITH -> "ends with";
            case MATCHES -> "matches the regular expression";
            case GREATER_THAN -> "is greater than";
            case LESS_THAN -> "is less than";
            case IN -> "is one of";
            case IN_CIDR -> "is in the network";
            case EXISTS -> "has a value";
            case NOT_EXISTS -> "has no value";
        };
    }
}
