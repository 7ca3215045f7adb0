// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.http.Body;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.ApiKeysEndpoint;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;

/// Organization | API Keys: by which programs act for users.
@Controller
public final class ApiKeysPage {

    static final String PATH = "/api-keys";

    private final ApiKeysEndpoint keys;
    private final KeyRows rows;

    public ApiKeysPage(ApiKeysEndpoint keys, KeyRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    /// The viewer's own; for who may edit users, everybody's.
    @GetMapping(PATH)
    public String all(Viewer viewer, Model model) {
        model.addAttribute("keys", rows.all(viewer));
        return "people/api-keys";
    }

    /// Turns one off, or on again; its row anew.
    @PostMapping(PATH + "/{id}/enabled")
    public String enable(Viewer viewer, @PathVariable String id, @RequestParam boolean enabled, Model model) {
        keys.edit(
                viewer.caller(),
                id,
                Body.of(JsonNodeFactory.instance.objectNode().put("enabled", enabled)));
        model.addAttribute("row", rows.one(viewer, id));
        return "people/api-keys :: row";
    }

    /// Deletes one.
    @PostMapping(PATH + "/{id}/delete")
    public String delete(Viewer viewer, @PathVariable String id, RedirectAttributes next) {
        String name = keys.get(viewer.caller(), id).name();
        keys.delete(viewer.caller(), id);
        next.addFlashAttribute("said", "The API key " + name + " is deleted.");
        return "redirect:" + PATH;
    }
}
