// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.http.ApiException;
import dev.birdsong.spi.catalogue.FormField;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.state.sql.StateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/// What the API does not take of a form.
///
/// @param problems what is wrong, for people, by the name of the field; of no field: by an empty name
public record FormProblems(Map<String, String> problems) {

    private static final Map<String, String> REQUIRED =
            Map.of("category", "Category", "type", "Type", "name", "Name", "cust_id", "Tenant Name");

    private static final String CONF = "conf.";

    public FormProblems {
        problems = Map.copyOf(problems);
    }

    /// What an endpoint refused.
    static FormProblems of(ApiException refused) {
        return of(refused.error().error().field(), String.valueOf(refused.getMessage()));
    }

    /// What the state refused.
    ///
    /// @throws StateException if that is no fault of the form
    static FormProblems of(StateException refused) {
        String message = String.valueOf(refused.getMessage());
        return switch (refused) {
            case StateException.Conflict conflict -> of(Optional.of(conflict.field()), message);
            case StateException.Missing missing -> of(Optional.of(missing.field()), message);
            case StateException.Unavailable down -> throw down;
        };
    }

    /// These, and what else is missing, so that one look tells all.
    FormProblems withMissing(MultiValueMap<String, String> form) {
        Map<String, String> all = new HashMap<>(problems);
        REQUIRED.forEach((field, label) -> {
            if (form.getOrDefault(field, List.of("")).getFirst().isBlank()) {
                all.put(field, label + " is required");
            }
        });
        return new FormProblems(all);
    }

    /// These, and what else is wrong with the settings.
    FormProblems withSettings(ConnectorType type, MultiValueMap<String, String> form) {
        Map<String, String> all = new HashMap<>(problems);
        if (problems.keySet().stream().anyMatch(field -> field.startsWith(CONF))) {
            for (FormField field : type.description().form()) {
                String name = CONF + field.name();
                field.problem(form.getOrDefault(name, List.of()), _ -> true)
                        .ifPresent(problem -> all.putIfAbsent(name, problem));
            }
        }
        return new FormProblems(all);
    }

    private static FormProblems of(Optional<String> field, String message) {
        return new FormProblems(Map.of(field.orElse(""), message));
    }
}
