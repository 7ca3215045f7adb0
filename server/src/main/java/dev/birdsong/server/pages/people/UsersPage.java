// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.pages.Outcome;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.UsersEndpoint;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Organization | Users: who may sign in, and what they may do.
@Controller
public final class UsersPage {

    static final String PATH = "/users";

    private final UsersEndpoint users;

    public UsersPage(UsersEndpoint users) {
        this.users = users;
    }

    /// All of them.
    @GetMapping(PATH)
    public String all(Viewer viewer, Model model) {
        model.addAttribute(
                        "users",
                        users.list(viewer.caller()).data().stream()
                                .map(user -> UserRow.of(viewer, user))
                                .toList())
                .addAttribute("roles", RoleLine.all());
        return "people/users";
    }

    /// Deletes one, with their API keys.
    @PostMapping(PATH + "/{id}/delete")
    public String delete(Viewer viewer, @PathVariable String id, RedirectAttributes next) {
        Outcome.tell(next, () -> {
            String email = users.get(viewer.caller(), id).email();
            users.delete(viewer.caller(), id);
            return "The user " + email + " is deleted.";
        });
        return "redirect:" + PATH;
    }
}
