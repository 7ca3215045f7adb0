// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.server.pages.FormAnswers.Problems;
import dev.birdsong.spi.catalogue.FormField;
import dev.birdsong.spi.connector.ConnectorType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/// Finds what else is wrong with a form than what the API names first, so that one look tells all.
record MoreProblems(ConnectorTypes types, MultiValueMap<String, String> form) {

    private static final Map<String, String> REQUIRED =
            Map.of("category", "Category", "type", "Type", "name", "Name", "cust_id", "Tenant Name");

    private static final String CONF = "conf.";

    /// These, and the others.
    Problems beside(Problems first) {
        Map<String, String> all = new HashMap<>(first.problems());
        REQUIRED.forEach((field, label) -> {
            if (form.getOrDefault(field, List.of("")).getFirst().isBlank()) {
                all.put(field, label + " is required");
            }
        });
        if (first.problems().keySet().stream().anyMatch(field -> field.startsWith(CONF))) {
            types.find(String.valueOf(form.getFirst("type"))).ifPresent(type -> settings(type, all));
        }
        return new Problems(all);
    }

    private void settings(ConnectorType type, Map<String, String> all) {
        for (FormField field : type.description().form()) {
            String name = CONF + field.name();
            field.problem(form.getOrDefault(name, List.of()), _ -> true)
                    .ifPresent(problem -> all.putIfAbsent(name, problem));
        }
    }
}
