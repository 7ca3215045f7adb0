// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.query.QueryException;
import dev.birdsong.query.body.BadSearchException;
import dev.birdsong.server.data.DataEndpoint;
import dev.birdsong.server.hunting.SavedQueriesEndpoint;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.state.State;
import dev.birdsong.state.hunting.Preferences;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Investigate | Threat Hunting: what a query finds, over time and in a table.
@Controller
public final class HuntingPage {

    private static final String INDEX = "index";
    private static final String VIEW = "hunting/hunting";

    private final Hunts hunts;
    private final Preferences preferences;
    private final SavedQueriesEndpoint saved;
    private final DataEndpoint data;

    public HuntingPage(Hunts hunts, State state, SavedQueriesEndpoint saved, DataEndpoint data) {
        this.hunts = hunts;
        this.preferences = state.preferences();
        this.saved = saved;
        this.data = data;
    }

    /// The search, and what it finds.
    ///
    /// @param after where the table begins; empty: with the first
    @GetMapping(HuntState.PATH)
    public String hunt(
            Viewer viewer,
            @RequestParam Map<String, String> address,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        HuntState state = shown(viewer, address, model);
        model.addAttribute("sortable", hunts.sortable(state))
                .addAttribute("ranges", TimeChoice.RANGES)
                .addAttribute("saved", saved.list(viewer.caller()).data())
                .addAttribute("chosen", address.getOrDefault("saved", ""));
        try {
            Hunt found = hunts.look(viewer, state, after);
            model.addAttribute("found", found)
                    .addAttribute("chart", hunts.chart(viewer, found).orElse(null))
                    .addAttribute("elsewhere", hunts.elsewhere(viewer, found).orElse(null));
        } catch (QueryException wrong) {
            model.addAttribute("problem", wrong.getMessage()).addAttribute("marked", Marked.of(state.q(), wrong));
        } catch (BadSearchException | SearchRefusedException wrong) {
            model.addAttribute("problem", wrong.getMessage());
        }
        return VIEW;
    }

    /// The rows behind those that are shown.
    @GetMapping(HuntState.PATH + "/more")
    public String more(
            Viewer viewer,
            @RequestParam Map<String, String> address,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        HuntState state = shown(viewer, address, model);
        try {
            model.addAttribute("found", hunts.look(viewer, state, after));
        } catch (QueryException | BadSearchException | SearchRefusedException wrong) {
            model.addAttribute("problem", wrong.getMessage());
        }
        return VIEW + " :: rows";
    }

    /// Every record that the search finds, as a file.
    ///
    /// @param format CSV has the columns that are shown, NDJSON all fields
    @GetMapping(HuntState.PATH + "/export")
    public void export(
            Viewer viewer,
            @RequestParam Map<String, String> address,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        HuntState state = state(viewer, address);
        List<String> fields = format.equalsIgnoreCase("csv") ? columns(state) : List.of();
        data.export(viewer.seeing(), hunts.selection(state), new DataEndpoint.Form(format, fields), response);
    }

    private HuntState shown(Viewer viewer, Map<String, String> address, Model model) {
        HuntState state = state(viewer, address);
        model.addAttribute("hunt", state)
                .addAttribute("tenants", viewer.tenants().size() > 1 && !state.shows("tenant_name"));
        return state;
    }

    private static List<String> columns(HuntState state) {
        return Stream.concat(Stream.of("timestamp"), state.shown().stream().map(Column::path))
                .toList();
    }

    /// What the address says; where it names no index, the one that this person looked at last.
    private HuntState state(Viewer viewer, Map<String, String> address) {
        String user = viewer.caller().userId();
        String usual = preferences.find(user, INDEX).orElse(HuntState.SYSLOG);
        HuntState state = HuntState.of(address, usual);
        boolean chosen = address.containsKey(INDEX) && !state.index().equals(usual);
        if (chosen && Arrays.asList("syslog", "assets", "*").contains(state.index())) {
            preferences.keep(user, INDEX, state.index());
        }
        return state;
    }
}
