// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Incidents: one for each, in its latest state, and all of one.
@RestController
@RequestMapping("/connect/api/v1/incidents")
public final class IncidentsEndpoint {

    private static final int LARGEST_PAGE = 500;

    private final Incidents incidents;
    private final IncidentStories stories;

    /// A page of incidents as it is answered.
    ///
    /// @param next to be sent as `after` for the next page; absent on the last one
    public record Answer(
            List<IncidentAnswer> data,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> next) {

        public Answer {
            data = List.copyOf(data);
        }
    }

    public IncidentsEndpoint(Incidents incidents, IncidentStories stories) {
        this.incidents = incidents;
        this.stories = stories;
    }

    /// A page of them, those first of which their console told last.
    ///
    /// @param q in query syntax, over the records of incidents
    /// @param state `open`, `acknowledged` or `all`
    /// @param after as the page before says it
    @GetMapping
    public Answer list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw ApiException.bad("size", "'size' takes 1 to " + LARGEST_PAGE);
        }
        Incidents.Page page = incidents.page(caller, q, state(state), place(after), size);
        return new Answer(page.data(), page.next().map(next -> next.time() + "," + next.record()));
    }

    /// All of one.
    ///
    /// @param id of any record that tells of it: a state, an event
    @GetMapping("/{id}")
    public IncidentStory get(Caller caller, @PathVariable String id) {
        return stories.of(caller, id);
    }

    private static Incidents.State state(String name) {
        return Arrays.stream(Incidents.State.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.bad("state", "'state' takes open, acknowledged or all"));
    }

    private static Optional<Incidents.Place> place(String after) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        if (!after.matches("-?[0-9]{1,18},.{1,200}")) {
            throw ApiException.bad("after", "'after' takes what the page before told as 'next'");
        }
        int comma = after.indexOf(',');
        return Optional.of(new Incidents.Place(Long.parseLong(after.substring(0, comma)), after.substring(comma + 1)));
    }
}
