// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.truth;

import dev.birdsong.spi.record.Document;
import dev.birdsong.testkit.lake.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON with the names of every object in order, so that equal values print alike. Null is a value of its own.
final class Members {

    private static final Object NULL = new Json.Literal("null");

    private Members() {}

    static Object of(Document document) {
        return sorted(Json.object(document));
    }

    private static Object sorted(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Map<?, ?> object -> {
                Map<String, Object> members = new TreeMap<>();
                object.forEach((name, member) -> members.put(String.valueOf(name), sorted(member)));
                yield members;
            }
            case List<?> list -> list.stream().map(Members::sorted).toList();
            default -> value;
        };
    }

    /// The member at a path of names, or an empty object where there is none.
    static Object at(Object tree, String... path) {
        Object here = tree;
        for (String name : path) {
            here = object(here).getOrDefault(name, Map.of());
        }
        return here;
    }

    /// The members of an object; none where it is not one.
    static Map<String, Object> object(Object tree) {
        Map<String, Object> members = new TreeMap<>();
        if (tree instanceof Map<?, ?> object) {
            object.forEach((name, member) -> members.put(String.valueOf(name), member));
        }
        return members;
    }
}
