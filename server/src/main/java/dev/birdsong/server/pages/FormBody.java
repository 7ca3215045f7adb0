// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import dev.birdsong.server.http.Body;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns what a form sends into the body that the API takes.
///
/// @param lists names of fields of which several values may be sent; they are there even when none is
public record FormBody(Set<String> lists) {

    /// Not for the API.
    private static final Set<String> OURS = Set.of("_csrf", "tenant");

    /// What counts as it was typed, with the blanks around it.
    private static final Set<String> AS_TYPED = Set.of("password", "old_password");

    public FormBody {
        lists = Set.copyOf(lists);
    }

    /// The body: `a.b` in a form is `b` in the object `a`; what was left empty is left out.
    public Body of(MultiValueMap<String, String> form) {
        return Body.of(json(form));
    }

    /// The same, to which a page can add what its form holds in another shape.
    ///
    /// @param evenEmpty names of fields that are there even when they were left empty
    public ObjectNode json(MultiValueMap<String, String> form, String... evenEmpty) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String name : lists) {
            ArrayNode values = place(body, name).putArray(last(name));
            form.getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .forEach(values::add);
        }
        form.forEach((name, values) -> {
            if (!lists.contains(name)
                    && !OURS.contains(name)
                    && !values.getFirst().isBlank()) {
                place(body, name).put(last(name), typed(name, values.getFirst()));
            }
        });
        for (String name : evenEmpty) {
            body.put(name, form.getOrDefault(name, List.of("")).getFirst().strip());
        }
        return body;
    }

    private static String typed(String name, String value) {
        return AS_TYPED.contains(name) ? value : value.strip();
    }

    private static ObjectNode place(ObjectNode body, String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? body : body.withObjectProperty(name.substring(0, dot));
    }

    private static String last(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
