// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.server.collecting.NodesEndpoint;
import dev.birdsong.server.collecting.ProfilesEndpoint;
import dev.birdsong.server.pages.Outcome;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.state.State;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// System | Data Analyzer: the nodes that collect, and the profiles that say what they collect from.
@Controller
public final class DataAnalyzerPage {

    static final String PATH = "/data-analyzer";

    private final NodesEndpoint nodes;
    private final ProfilesEndpoint profiles;
    private final State state;

    public DataAnalyzerPage(NodesEndpoint nodes, ProfilesEndpoint profiles, State state) {
        this.nodes = nodes;
        this.profiles = profiles;
        this.state = state;
    }

    /// All nodes and profiles.
    @GetMapping(PATH)
    public String all(Viewer viewer, Model model) {
        List<ProfileRow> rows = profiles.list(viewer.caller()).data().stream()
                .map(ProfileRow::of)
                .toList();
        model.addAttribute("nodes", nodes.list(viewer.caller()).data())
                .addAttribute("profiles", rows)
                .addAttribute(
                        "inNone",
                        state.profiles()
                                .connectorsInNone(viewer.caller().scope())
                                .size());
        return "collecting/data-analyzer";
    }

    /// Forgets a node that is gone.
    @PostMapping(PATH + "/forget")
    public String forget(Viewer viewer, @RequestParam String name, RedirectAttributes next) {
        Outcome.tell(next, () -> {
            nodes.forget(viewer.caller(), name);
            return "The node " + name + " is forgotten.";
        });
        return "redirect:" + PATH;
    }

    /// Deletes a profile.
    @PostMapping(ProfilePage.PATH + "/{id}/delete")
    public String delete(Viewer viewer, @PathVariable String id, RedirectAttributes next) {
        Outcome.tell(next, () -> {
            String name = profiles.get(viewer.caller(), id).name();
            profiles.delete(viewer.caller(), id);
            return "The profile " + name + " is deleted.";
        });
        return "redirect:" + PATH;
    }
}
