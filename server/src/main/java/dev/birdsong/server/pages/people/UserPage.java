// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Cookies;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.session.BrowserSessions;
import dev.birdsong.server.people.UsersEndpoint;
import dev.birdsong.state.access.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/// The forms by which users are made and edited.
@Controller
@RequestMapping(UsersPage.PATH)
public final class UserPage {

    private static final String ENABLED = "enabled";

    private final UsersEndpoint users;
    private final BrowserSessions sessions;

    public UserPage(UsersEndpoint users, BrowserSessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    /// The form of a new one.
    @GetMapping("/new")
    public String made(Viewer viewer, Model model) {
        viewer.caller().require(Permission.EDIT_USERS);
        model.addAttribute("roles", RoleLine.all());
        return "people/user-new";
    }

    /// The form of one that is there.
    @GetMapping("/{id}")
    public String edited(Viewer viewer, @PathVariable String id, Model model) {
        viewer.caller().require(Permission.EDIT_USERS);
        model.addAttribute("row", UserRow.of(viewer, users.get(viewer.caller(), id)))
                .addAttribute("roles", RoleLine.all());
        return "people/user";
    }

    /// Makes one.
    @PostMapping("/new")
    public ResponseEntity<Object> make(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            users.create(viewer.caller(), Body.of(AccessForm.json(form)));
            return new FormAnswers.Done(UsersPage.PATH);
        });
    }

    /// Changes one. Who changes themselves stays signed in here.
    @PostMapping("/{id}")
    public ResponseEntity<Object> edit(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        return FormAnswers.of(() -> {
            ObjectNode body = AccessForm.json(form);
            body.put(ENABLED, form.containsKey(ENABLED));
            users.edit(viewer.caller(), id, Body.of(body));
            if (id.equals(viewer.caller().userId())) {
                sessions.renew(id, new Cookies(request, response));
            }
            return new FormAnswers.Done(UsersPage.PATH);
        });
    }
}
