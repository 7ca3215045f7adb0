// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.attackers;

import dev.birdsong.query.QueryException;
import dev.birdsong.server.hunting.AttackerProfile;
import dev.birdsong.server.hunting.AttackersEndpoint;
import dev.birdsong.server.hunting.Pivot;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.charts.Calendar;
import dev.birdsong.server.pages.hunting.HuntState;
import dev.birdsong.server.pages.hunting.Hunts;
import dev.birdsong.server.pages.hunting.TimeChoice;
import dev.birdsong.spi.lake.SearchRefusedException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Investigate | Attackers.
@Controller
public final class AttackersPage {

    private static final String PATH = "/attackers";
    private static final int MOST = 100;

    private final AttackersEndpoint attackers;
    private final Hunts hunts;

    public AttackersPage(AttackersEndpoint attackers, Hunts hunts) {
        this.attackers = attackers;
        this.hunts = hunts;
    }

    /// Those who did most.
    ///
    /// @param by by what they are known
    /// @param q which of their events count
    @GetMapping(PATH)
    public String busiest(
            Viewer viewer,
            @RequestParam(defaultValue = "srcip") String by,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "30d") String range,
            Model model) {
        model.addAttribute("by", by)
                .addAttribute("q", q)
                .addAttribute("range", range)
                .addAttribute("ranges", TimeChoice.RANGES)
                .addAttribute("pivots", Pivot.values());
        var state = new HuntState(q, "syslog", new TimeChoice(range, "", ""), List.of(), "timestamp:desc");
        try {
            model.addAttribute(
                    "found",
                    attackers
                            .list(viewer.seeing(), by, hunts.selection(state).query(), MOST)
                            .data());
        } catch (QueryException | SearchRefusedException wrong) {
            model.addAttribute("problem", wrong.getMessage());
        }
        return "attackers/attackers";
    }

    /// All that one of them did.
    ///
    /// @param year of which the days are shown
    @GetMapping(PATH + "/one")
    public String one(
            Viewer viewer,
            @RequestParam(defaultValue = "srcip") String by,
            @RequestParam(defaultValue = "") String value,
            @RequestParam Optional<Integer> year,
            Model model) {
        AttackerProfile profile = attackers.profile(viewer.seeing(), by, value, year);
        int shown = year.orElseGet(() -> profile.years().isEmpty()
                ? 1970
                : Integer.parseInt(profile.years().getLast().value()));
        Pivot pivot = Pivot.of(by).orElse(Pivot.SRCIP);
        model.addAttribute("profile", profile)
                .addAttribute("pivot", pivot)
                .addAttribute("pivots", Pivot.values())
                .addAttribute("calendar", Calendar.of(shown, profile.days()))
                .addAttribute("hunt", search(pivot, value));
        return "attackers/attacker";
    }

    private static HuntState search(Pivot pivot, String value) {
        HuntState events = HuntState.all("record_type:event");
        return pivot.paths().size() == 1
                ? events.and(pivot.paths().getFirst(), value)
                : events.asking(HuntState.any(pivot.paths(), value));
    }
}
