// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a log filter, or makes it what the file says.
record FilterStep(Existing existing, Target target) {

    private static final String CONDITIONS = "conditions";
    private static final String ALL = "all";

    void apply(Wanted.Filter wanted) throws InterruptedException {
        var named = new Target.Named("log_filter", wanted.name());
        String tenant = wanted.tenant().map(existing::tenantId).orElse(ALL);
        ArrayNode conditions = conditions(wanted);
        Optional<JsonNode> there = existing.filter(wanted.name());
        if (there.isPresent()) {
            target.change(
                    named,
                    Existing.FILTERS + "/" + Existing.text(there.get(), "_id"),
                    edit(there.get(), tenant, conditions));
        } else {
            ObjectNode body = JsonMapper.shared()
                    .createObjectNode()
                    .put("name", wanted.name())
                    .put(Existing.TENANT_ID, tenant);
            body.set(CONDITIONS, conditions);
            existing.hasFilter(target.create(named, Existing.FILTERS, body, words(conditions)));
        }
    }

    private Edit edit(JsonNode there, String tenant, ArrayNode conditions) {
        var edit = new Edit();
        String before = Existing.text(there, Existing.TENANT_ID);
        if (!before.equals(tenant)) {
            edit.compare(
                    Existing.TENANT_ID,
                    Difference.of("tenant", List.of(existing.tenantName(before)), List.of(existing.tenantName(tenant))),
                    JsonNodeFactory.instance.stringNode(tenant));
        }
        edit.compare(
                CONDITIONS, Difference.of(CONDITIONS, words(there.path(CONDITIONS)), words(conditions)), conditions);
        return edit;
    }

    private static ArrayNode conditions(Wanted.Filter wanted) {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        for (Wanted.Condition condition : wanted.conditions()) {
            ObjectNode sent =
                    conditions.addObject().put("field", condition.field()).put("operator", condition.operator());
            condition.value().ifPresent(value -> sent.set("value", value));
        }
        return conditions;
    }

    private static List<String> words(JsonNode conditions) {
        return conditions.valueStream().map(FilterStep::word).toList();
    }

    private static String word(JsonNode condition) {
        return Existing.text(condition, "field") + " " + Existing.text(condition, "operator") + " "
                + Values.texts(condition.path("value"));
    }
}
