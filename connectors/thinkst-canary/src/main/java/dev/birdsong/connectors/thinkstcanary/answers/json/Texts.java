// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;

/// The scalars of some names in an object, as text. Of two with one name the later counts, as it does where
/// the console reads its own answers.
public class Texts implements Members {

    private final Set<String> wanted;
    private final Map<String, String> texts = new HashMap<>();

    public Texts(Set<String> wanted) {
        this.wanted = wanted;
    }

    @Override
    public void scalar(String name, JsonParser parser) {
        if (wanted.contains(name)) {
            texts.put(name, Json.text(parser));
        }
    }

    /// Forgets all.
    public void clear() {
        texts.clear();
    }

    /// The text of this name, or nothing.
    public String get(String name) {
        return texts.getOrDefault(name, "");
    }

    /// The first of these that is not blank, or nothing.
    public String first(Iterable<String> names) {
        for (String name : names) {
            String text = get(name);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
