// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.server.collecting.LogFiltersEndpoint;
import dev.birdsong.server.pages.Outcome;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.state.State;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// System | Log Filters: what is left out of the lake, in words.
@Controller
public final class LogFiltersPage {

    static final String PATH = "/log-filters";

    private final LogFiltersEndpoint filters;
    private final State state;

    public LogFiltersPage(LogFiltersEndpoint filters, State state) {
        this.filters = filters;
        this.state = state;
    }

    /// All of them.
    @GetMapping(PATH)
    public String all(Viewer viewer, Model model) {
        Map<String, Long> uses = state.logFilters().uses(viewer.seeing().scope());
        model.addAttribute(
                "filters",
                filters.list(viewer.seeing()).data().stream()
                        .map(filter -> FilterRow.of(viewer, filter, uses.getOrDefault(filter.id(), 0L)))
                        .toList());
        return "collecting/log-filters";
    }

    /// Deletes one that no connector uses.
    @PostMapping(PATH + "/{id}/delete")
    public String delete(Viewer viewer, @PathVariable String id, RedirectAttributes next) {
        Outcome.tell(next, () -> {
            String name = filters.get(viewer.caller(), id).name();
            filters.delete(viewer.caller(), id);
            return "The log filter " + name + " is deleted.";
        });
        return "redirect:" + PATH;
    }
}
