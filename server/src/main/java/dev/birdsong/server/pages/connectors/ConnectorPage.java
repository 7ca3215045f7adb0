// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.collecting.IngestionEndpoint;
import dev.birdsong.server.connectors.CollectEndpoint;
import dev.birdsong.server.connectors.PositionsEndpoint;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.pages.FormBody;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.state.State;
import java.util.List;
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
    private static final int QUARANTINE = 50;
    private static final FormBody REWIND = new FormBody(Set.of());

    private final State state;
    private final ConnectorRows rows;
    private final PositionsEndpoint positions;
    private final CollectEndpoint collect;
    private final IngestionEndpoint ingestion;
    private final HourCharts charts;
    private final TrafficCharts traffic;

    @SuppressWarnings("ParameterNumber") // each shows a part of the page
    public ConnectorPage(
            State state,
            ConnectorRows rows,
            PositionsEndpoint positions,
            CollectEndpoint collect,
            IngestionEndpoint ingestion,
            HourCharts charts,
            TrafficCharts traffic) {
        this.state = state;
        this.ingestion = ingestion;
        this.charts = charts;
        this.traffic = traffic;
        this.rows = rows;
        this.positions = positions;
        this.collect = collect;
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
                .addAttribute("quarantine", state.quarantine().list(source(viewer, id), QUARANTINE))
                .addAttribute("chart", charts.of(viewer, id))
                .addAttribute("days", days(viewer, id))
                .addAttribute("traffic", traffic.of(viewer, id))
                .addAttribute(
                        "rounds",
                        state.roundHistory().rounds(id, ROUNDS).stream()
                                .map(RoundRow::of)
                                .toList());
        return "connectors/connector";
    }

    private String source(Viewer viewer, String id) {
        return state.connectors()
                .find(id, viewer.caller().scope())
                .orElseThrow(() -> ApiException.missing("connector", id))
                .connector()
                .sourceKey();
    }

    private List<IngestionEndpoint.Answer> days(Viewer viewer, String id) {
        Optional<Long> usual = Optional.empty();
        return ingestion
                .connectors(viewer.caller(), Optional.empty(), Optional.of(id), usual, usual)
                .data()
                .reversed();
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
        positions.rewind(viewer.caller(), id, REWIND.of(form));
        next.addFlashAttribute("said", "It goes back, and reads again from there. Nothing doubles.");
        return "redirect:/connectors/" + id;
    }
}
