// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.incidents;

import dev.birdsong.query.QueryException;
import dev.birdsong.server.connectors.ConnectorAnswer;
import dev.birdsong.server.connectors.ConnectorsEndpoint;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.hunting.IncidentAnswer;
import dev.birdsong.server.hunting.IncidentStories;
import dev.birdsong.server.hunting.IncidentStory;
import dev.birdsong.server.hunting.IncidentsEndpoint;
import dev.birdsong.server.hunting.Places;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.hunting.HuntState;
import dev.birdsong.spi.lake.SearchRefusedException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// Investigate | Incidents.
@Controller
public final class IncidentsPage {

    private static final String PATH = "/incidents";
    private static final int SIZE = 50;

    private final IncidentsEndpoint incidents;
    private final IncidentStories stories;
    private final ConnectorsEndpoint connectors;
    private final JsonMapper json;
    private final Places places;

    public IncidentsPage(
            IncidentsEndpoint incidents,
            IncidentStories stories,
            ConnectorsEndpoint connectors,
            JsonMapper json,
            Places places) {
        this.incidents = incidents;
        this.stories = stories;
        this.connectors = connectors;
        this.json = json;
        this.places = places;
    }

    /// A row for each incident, in its latest state.
    @GetMapping(PATH)
    public String all(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("q", q).addAttribute("state", state).addAttribute("after", after);
        try {
            model.addAttribute("page", incidents.list(viewer.seeing(), q, state, after, SIZE));
        } catch (QueryException | SearchRefusedException wrong) {
            model.addAttribute("problem", wrong.getMessage());
        }
        return "incidents/incidents";
    }

    /// All of one.
    @GetMapping(PATH + "/{id}")
    public String one(Viewer viewer, @PathVariable String id, Model model) {
        IncidentStory story = incidents.get(viewer.seeing(), id);
        model.addAttribute("story", story)
                .addAttribute("i", story.incident())
                .addAttribute("elsewhere", stories.elsewhere(viewer.seeing(), story.incident()))
                .addAttribute("place", places.of(story.incident().srcip()).text())
                .addAttribute("console", console(viewer, story.incident()).orElse(null))
                .addAttribute(
                        "search",
                        HuntState.all("")
                                .and(
                                        "thinkst_canary.incident.id",
                                        story.incident().incidentId())
                                .address());
        return "incidents/incident";
    }

    /// Where the console shows it. A connector may be gone, and a console that is spoken to without TLS is none.
    private Optional<String> console(Viewer viewer, IncidentAnswer incident) {
        try {
            ConnectorAnswer connector = connectors.get(viewer.caller(), incident.connectorId());
            String host = json.readTree(connector.configuration()).path("host").asString("");
            return incident.hashId().matches("[0-9A-Za-z]{1,64}") && host.matches("[A-Za-z0-9.-]+(:[0-9]+)?")
                    ? Optional.of("https://" + host + "/nest/incidents/" + incident.hashId())
                    : Optional.empty();
        } catch (ApiException _) {
            return Optional.empty();
        }
    }
}
