// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.server.http.Body;
import dev.birdsong.server.hunting.SavedAnswer;
import dev.birdsong.server.hunting.SavedQueriesEndpoint;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.FormBody;
import dev.birdsong.server.pages.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.ObjectNode;

/// Searches that people keep.
@Controller
public final class SavedQueryPages {

    private static final String PATH = HuntState.PATH + "/saved";
    private static final FormBody FORM = new FormBody(Set.of());

    private final SavedQueriesEndpoint saved;

    public SavedQueryPages(SavedQueriesEndpoint saved) {
        this.saved = saved;
    }

    /// All of them.
    @GetMapping(PATH)
    public String all(Viewer viewer, Model model) {
        model.addAttribute("saved", saved.list(viewer.caller()).data());
        return "hunting/saved";
    }

    /// What one of them finds now.
    @GetMapping(PATH + "/{id}")
    public String one(Viewer viewer, @PathVariable String id) {
        SavedAnswer query = saved.get(viewer.caller(), id);
        HuntState state = new HuntState(
                query.query(),
                query.index(),
                new TimeChoice(query.range(), query.from(), query.to()),
                query.columns(),
                query.sort());
        return "redirect:" + state.address() + "&saved=" + id;
    }

    /// Keeps one.
    @PostMapping(PATH)
    public ResponseEntity<Object> keep(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            String columns = form.getOrDefault("columns", List.of("")).getFirst();
            MultiValueMap<String, String> rest = new LinkedMultiValueMap<>(form);
            rest.remove("columns");
            ObjectNode body = FORM.json(rest);
            columns.lines()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .filter(path -> !path.isBlank())
                    .forEach(body.withArray("columns")::add);
            SavedAnswer made = saved.create(viewer.caller(), Body.of(body));
            return new FormAnswers.Done(PATH + "/" + made.id());
        });
    }

    /// Forgets one.
    @PostMapping(PATH + "/{id}/delete")
    public String delete(Viewer viewer, @PathVariable String id, RedirectAttributes next) {
        String name = saved.get(viewer.caller(), id).name();
        saved.delete(viewer.caller(), id);
        next.addFlashAttribute("said", "The saved query " + name + " is forgotten.");
        return "redirect:" + PATH;
    }
}
