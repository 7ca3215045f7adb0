// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is changed of something: the body to send, and the differences in words.
final class Edit {

    private final ObjectNode body = JsonMapper.shared().createObjectNode();
    private final List<String> differences = new ArrayList<>();

    /// Takes a key into the body where it differs.
    ///
    /// @param part what of the body has the key
    void compare(ObjectNode part, String key, Optional<Difference> difference, JsonNode wanted) {
        difference.ifPresent(found -> {
            part.set(key, wanted);
            differences.add(found.text());
        });
    }

    /// Takes a key of the body itself where it differs.
    void compare(String key, Optional<Difference> difference, JsonNode wanted) {
        compare(body, key, difference, wanted);
    }

    void tell(String difference) {
        differences.add(difference);
    }

    ObjectNode body() {
        return body;
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    boolean isEmpty() {
        return differences.isEmpty();
    }
}
