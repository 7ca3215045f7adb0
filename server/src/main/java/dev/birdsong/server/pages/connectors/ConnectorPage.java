// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.connectors.CollectEndpoint;
import dev.birdsong.server.connectors.PositionsEndpoint;
import dev.birdsong.server.pages.FormBody;
import dev.birdsong.server.pages.Outcome;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.state.State;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One connector: how it stands, what it brought, where it goes on, and what can be done.
@Controller
public final class ConnectorPage {

    private static final int ROUNDS = 30;
    private static final FormBody REWIND = new FormBody(Set.of());

    private final State state;
    private final ConnectorRows rows;
    private final PositionsEndpoint positions;
    private final CollectEndpoint collect;
    private final Brought brought;

    ConnectorPage(
            State state, ConnectorRows rows, PositionsEndpoint positions, CollectEndpoint collect, Brought brought) {
        this.state = state;
        this.rows = rows;
        this.positions = positions;
        this.collect = collect;
        this.brought = brought;
    }

    /// All of it.
    ///
    /// @param made there when it was made just now
    @GetMapping("/connectors/{id}")
    public String connector(
            Viewer viewer, @PathVariable String id, @RequestParam(name = "new") Optional<String> made, Model model) {
        model.addAttribute("row", rows.one(viewer, id))
                .addAttribute("made", made.isPresent())
                .addAttribute(
                        "positions", positions.positions(viewer.caller(), id).contentTypes())
                .addAttribute("quarantine", brought.unreadable(viewer, id))
                .addAttribute("chart", brought.hours(viewer, id))
                .addAttribute("days", brought.days(viewer, id))
                .addAttribute(
                        "rounds",
                        state.roundHistory().rounds(id, ROUNDS).stream()
                                .map(RoundRow::of)
                                .toList());
        return "connectors/connector";
    }

    /// Collects all its content types now.
    @PostMapping("/connectors/{id}/collect")
    public String collect(Viewer viewer, @PathVariable String id, RedirectAttributes next) throws InterruptedException {
        collect.collect(viewer.caller(), id, false);
        next.addFlashAttribute("said", "Collecting now. What comes in is shown below.");
        return "redirect:/connectors/" + id;
    }

    /// Goes back to an earlier point.
    @PostMapping("/connectors/{id}/rewind")
    public String rewind(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        Outcome.tell(next, () -> {
            positions.rewind(viewer.caller(), id, REWIND.of(form));
            return "It goes back, and reads again from there. Nothing doubles.";
        });
        return "redirect:/connectors/" + id;
    }
}
