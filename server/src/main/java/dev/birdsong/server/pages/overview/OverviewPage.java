// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.overview;

import dev.birdsong.server.hunting.AtOnce;
import dev.birdsong.server.hunting.OverviewEndpoint;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.hunting.HuntState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page after people sign in.
@Controller("lakeOverviewPage")
public final class OverviewPage {

    private final OverviewEndpoint overview;
    private final OverviewCharts charts;

    public OverviewPage(OverviewEndpoint overview, OverviewCharts charts) {
        this.overview = overview;
        this.charts = charts;
    }

    /// How things stand.
    @GetMapping("/overview")
    public String overview(Viewer viewer, Model model) {
        try (var ask = new AtOnce()) {
            var records = ask.ask(() -> charts.records(viewer));
            var incidents = ask.ask(() -> charts.incidents(viewer));
            var attackers = ask.ask(() -> charts.attackers(viewer));
            model.addAttribute("all", overview.overview(viewer.seeing()))
                    .addAttribute("records", records.get())
                    .addAttribute("incidents", incidents.get())
                    .addAttribute("attackers", attackers.get());
        }
        model.addAttribute("ofRecords", HuntState.all(""))
                .addAttribute("ofIncidents", HuntState.all("record_type:incident"))
                .addAttribute("ofAttackers", HuntState.all("record_type:event AND event_class:attack"));
        return "overview/overview";
    }
}
