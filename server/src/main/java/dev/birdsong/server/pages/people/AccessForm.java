// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.pages.FormBody;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ObjectNode;

/// Reads a form in which a role and a scope are chosen. `scope_kind` says what the scope is: `root`, `tenants`, or
/// `same`
/// for the one that the API gives by itself.
final class AccessForm {

    private static final String KIND = "scope_kind";
    private static final String SCOPE = "scope";
    private static final FormBody FORM = new FormBody(Set.of(SCOPE));

    private AccessForm() {}

    /// What the API takes.
    static ObjectNode json(MultiValueMap<String, String> form) {
        ObjectNode body = FORM.json(form);
        String kind = body.path(KIND).asString("tenants");
        body.remove(KIND);
        if (kind.equals("root")) {
            body.put(SCOPE, "root");
        } else if (kind.equals("same")) {
            body.remove(SCOPE);
        }
        return body;
    }
}
