// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.collecting;

import dev.birdsong.engine.filter.FilterCondition;
import dev.birdsong.engine.filter.FilterException;
import dev.birdsong.engine.filter.FilterOperator;
import dev.birdsong.engine.filter.FilterSet;
import dev.birdsong.engine.filter.LogFilter;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// `conditions` as they are sent: `[{"field", "operator", "value"}]`, the value a text, a number or a list of these.
final class FilterBody {

    private static final int LONGEST_FIELD = 512;
    private static final int MOST_VALUES = 1_000;

    private FilterBody() {}

    static List<FilterCondition> conditions(Body body) {
        List<Body> sent = body.objects("conditions").orElseThrow(() -> body.bad("conditions", "is required"));
        if (sent.isEmpty() || sent.size() > LogFilter.MOST_CONDITIONS) {
            throw body.bad("conditions", "takes 1 to " + LogFilter.MOST_CONDITIONS + " conditions, not " + sent.size());
        }
        return sent.stream().map(FilterBody::condition).toList();
    }

    private static FilterCondition condition(Body body) {
        String field = body.required("field");
        if (field.length() > LONGEST_FIELD || field.chars().anyMatch(c -> c <= ' ')) {
            throw body.bad("field", "must be an Interflow path such as srcip or thinkst_canary.event.USERNAME");
        }
        FilterOperator operator = FilterOperator.of(body.required("operator"))
                .orElseThrow(() -> body.bad("operator", "is one of " + operators()));
        FilterCondition condition = new FilterCondition(field, operator, values(body));
        body.end();
        check(body, condition);
        return condition;
    }

    private static List<String> values(Body body) {
        Optional<JsonNode> value = body.value("value");
        List<String> values = new ArrayList<>();
        value.ifPresent(node -> (node.isArray() ? node.valueStream() : java.util.stream.Stream.of(node))
                .forEach(item -> values.add(scalar(body, item))));
        if (values.size() > MOST_VALUES) {
            throw body.bad("value", "takes up to " + MOST_VALUES + " values, not " + values.size());
        }
        return values;
    }

    private static String scalar(Body body, JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            throw body.bad("value", "must be a text, a number, true or false, or a list of these");
        }
        return node.asString();
    }

    private static void check(Body body, FilterCondition condition) {
        try {
            LogFilter filter = new LogFilter("", "", Optional.empty(), List.of(condition));
            new FilterSet(List.of(filter)).leftOut();
        } catch (FilterException e) {
            throw ApiException.bad(body.pathOf("value"), String.valueOf(e.getMessage()));
        }
    }

    private static String operators() {
        return Arrays.stream(FilterOperator.values()).map(FilterOperator::label).collect(Collectors.joining(", "));
    }
}
