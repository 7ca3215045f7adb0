// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.birds;

import dev.birdsong.query.QueryException;
import dev.birdsong.server.hunting.BirdStory;
import dev.birdsong.server.hunting.BirdsEndpoint;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.hunting.HuntState;
import dev.birdsong.spi.lake.SearchRefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Investigate | Assets.
@Controller
public final class BirdsPage {

    private static final String PATH = "/birds";
    private static final int SIZE = 100;

    private final BirdsEndpoint birds;

    public BirdsPage(BirdsEndpoint birds) {
        this.birds = birds;
    }

    /// A row for each bird.
    @GetMapping(PATH)
    public String all(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String which,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("q", q).addAttribute("which", which).addAttribute("after", after);
        try {
            model.addAttribute("page", birds.list(viewer.seeing(), q, which, after, SIZE))
                    .addAttribute("versions", birds.versions(viewer.seeing(), q, which));
        } catch (QueryException | SearchRefusedException wrong) {
            model.addAttribute("problem", wrong.getMessage());
        }
        return "birds/birds";
    }

    /// All of one.
    @GetMapping(PATH + "/{id}")
    public String one(Viewer viewer, @PathVariable String id, Model model) {
        BirdStory story = birds.get(viewer.seeing(), id);
        model.addAttribute("story", story)
                .addAttribute("bird", story.bird())
                .addAttribute(
                        "search",
                        HuntState.all("")
                                .and("thinkst_canary.device.id", story.bird().deviceId())
                                .address());
        return "birds/bird";
    }
}
