// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.server.collecting.ProfilesEndpoint;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.FormBody;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.state.access.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/// One data analyzer profile: its name, and which connectors its nodes run.
@Controller
@RequestMapping(ProfilePage.PATH)
public final class ProfilePage {

    static final String PATH = "/data-analyzer/profiles";

    private static final String VIEW = "collecting/profile";
    private static final String CONNECTORS = "connectors";
    private static final FormBody FORM = new FormBody(Set.of());

    private final ProfilesEndpoint profiles;
    private final Members members;

    public ProfilePage(ProfilesEndpoint profiles, Members members) {
        this.profiles = profiles;
        this.members = members;
    }

    /// The form of a new one.
    @GetMapping("/new")
    public String made(Viewer viewer, Model model) {
        viewer.caller().require(Permission.EDIT_PROFILES);
        model.addAttribute("profile", new ProfileRow("", "", true, 0, List.of()));
        return VIEW;
    }

    /// All of one, and its connectors.
    @GetMapping("/{id}")
    public String profile(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam Optional<String> q,
            @RequestParam Optional<Boolean> chosen,
            @RequestParam Optional<Integer> page,
            Model model) {
        ProfileRow profile = ProfileRow.of(profiles.get(viewer.caller(), id));
        MemberTable table = MemberTable.of(q, chosen, page);
        model.addAttribute("profile", profile).addAttribute("table", table);
        if (!profile.all()) {
            model.addAttribute("found", members.page(viewer, id, table));
        }
        return VIEW;
    }

    /// Makes one. Connectors are put into it on its page.
    @PostMapping("/new")
    public ResponseEntity<Object> make(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            ObjectNode body = FORM.json(form);
            if (!every(body)) {
                body.putArray(CONNECTORS);
            }
            return after(profiles.create(viewer.caller(), Body.of(body)));
        });
    }

    /// Renames one, or changes whether it has every connector. One that had begins with all there are, so that nothing
    /// stops.
    @PostMapping("/{id}")
    public ResponseEntity<Object> edit(
            Viewer viewer, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            ObjectNode body = FORM.json(form, "name");
            if (!every(body)) {
                body.remove(CONNECTORS);
                if (ProfileRow.of(profiles.get(viewer.caller(), id)).all()) {
                    everyOne(viewer, id).forEach(body.putArray(CONNECTORS)::add);
                }
            }
            return after(profiles.edit(viewer.caller(), id, Body.of(body)));
        });
    }

    /// Puts a connector in, or takes it out; its row anew.
    @PostMapping("/{id}/connectors/{connector}")
    public String choose(
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String connector,
            @RequestParam boolean in,
            Model model) {
        profiles.choose(viewer.caller(), id, List.of(connector), in);
        model.addAttribute("member", members.one(viewer, id, connector))
                .addAttribute("profile", ProfileRow.of(profiles.get(viewer.caller(), id)));
        return VIEW + " :: row";
    }

    /// Puts all in that the table shows, on all of its pages, or takes them out.
    @PostMapping("/{id}/connectors")
    public String chooseAll(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam Optional<String> q,
            @RequestParam Optional<Boolean> chosen,
            @RequestParam boolean in) {
        MemberTable table = MemberTable.of(q, chosen, Optional.empty());
        profiles.choose(viewer.caller(), id, members.ids(viewer, id, table), in);
        return "redirect:" + PATH + "/" + id + table.onPage(0);
    }

    private static boolean every(ObjectNode body) {
        return body.path(CONNECTORS).asString("").equals(ProfilesEndpoint.ALL);
    }

    private List<String> everyOne(Viewer viewer, String id) {
        Viewer all = new Viewer(viewer.caller(), viewer.tenants(), Optional.empty());
        return members.ids(all, id, new MemberTable("", false, 0));
    }

    private static FormAnswers.Done after(ProfilesEndpoint.Answer profile) {
        return new FormAnswers.Done(ProfileRow.of(profile).all() ? DataAnalyzerPage.PATH : PATH + "/" + profile.id());
    }
}
