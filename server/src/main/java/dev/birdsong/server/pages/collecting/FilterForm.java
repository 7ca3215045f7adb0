// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.engine.filter.FilterOperator;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.pages.FormBody;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the form of a log filter. Its conditions are `conditions[0].field`, `.operator`, `.value` and so on.
record FilterForm(MultiValueMap<String, String> form) {

    private static final FormBody OTHERS = new FormBody(Set.of());

    /// More than there can be, so that the API says that they are too many.
    private static final int MOST = 100;

    /// What the API takes to keep it.
    Body filter() {
        ObjectNode body = OTHERS.json(named(name -> !name.startsWith("conditions[")), "name");
        conditions(body.putArray("conditions"));
        return Body.of(body);
    }

    /// What the API takes to preview it.
    Body preview() {
        ObjectNode body = OTHERS.json(named("cust_id"::equals));
        conditions(body.putArray("conditions"));
        return Body.of(body);
    }

    private MultiValueMap<String, String> named(Predicate<String> wanted) {
        var some = new LinkedMultiValueMap<String, String>();
        form.forEach((name, values) -> {
            if (wanted.test(name)) {
                some.put(name, values);
            }
        });
        return some;
    }

    private void conditions(ArrayNode conditions) {
        for (int number = 0; number < MOST && form.containsKey(name(number, "operator")); number++) {
            ObjectNode condition = conditions.addObject();
            text(number, "field").ifPresent(field -> condition.put("field", field));
            text(number, "operator").ifPresent(operator -> condition.put("operator", operator));
            text(number, "value").ifPresent(value -> value(condition, value));
        }
    }

    private static void value(ObjectNode condition, String value) {
        if (condition.path("operator").asString("").equals(FilterOperator.IN.label())) {
            List<String> lines = value.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            lines.forEach(condition.putArray("value")::add);
        } else {
            condition.put("value", value);
        }
    }

    private Optional<String> text(int number, String part) {
        return Optional.ofNullable(form.getFirst(name(number, part)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String name(int number, String part) {
        return "conditions[" + number + "]." + part;
    }
}
