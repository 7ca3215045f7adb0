// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/// Renders a piece of a template by itself, where an answer is written while things go on.
@Component
public final class Fragments {

    private final SpringTemplateEngine templates;

    public Fragments(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    /// A fragment of a template as HTML in one line.
    public String render(String template, String fragment, Map<String, Object> model) {
        return templates
                .process(template, Set.of(fragment), new Context(Locale.ROOT, model))
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }
}
