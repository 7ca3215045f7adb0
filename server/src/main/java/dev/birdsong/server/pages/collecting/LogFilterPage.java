// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.server.collecting.LogFiltersEndpoint;
import dev.birdsong.server.data.DataEndpoint;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.state.access.Permission;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form of a log filter.
@Controller
@RequestMapping(LogFiltersPage.PATH)
public final class LogFilterPage {

    private static final String FORM = "collecting/log-filter";

    private final LogFiltersEndpoint filters;
    private final DataEndpoint data;
    private final Schema schema;

    public LogFilterPage(LogFiltersEndpoint filters, DataEndpoint data, Schema schema) {
        this.filters = filters;
        this.data = data;
        this.schema = schema;
    }

    /// Makes one.
    @GetMapping("/new")
    public String made(Viewer viewer, Model model) {
        String tenant = viewer.tenant().map(chosen -> chosen.custId()).orElse(FilterRow.ALL);
        return form(viewer, "", FilterEntry.empty(tenant), model);
    }

    /// Changes one.
    @GetMapping("/{id}")
    public String edited(Viewer viewer, @PathVariable String id, Model model) {
        return form(viewer, id, FilterEntry.of(filters.get(viewer.caller(), id)), model);
    }

    private static String form(Viewer viewer, String id, FilterEntry entry, Model model) {
        viewer.caller().require(Permission.EDIT_LOG_FILTERS);
        model.addAttribute("id", id).addAttribute("entry", entry).addAttribute("operators", FilterWords.operators());
        return FORM;
    }

    /// Keeps a new one.
    @PostMapping("/new")
    public ResponseEntity<Object> make(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            filters.create(viewer.caller(), new FilterForm(form).filter());
            return new FormAnswers.Done(LogFiltersPage.PATH);
        });
    }

    /// Keeps the changes.
    @PostMapping("/{id}")
    public ResponseEntity<Object> edit(
            Viewer viewer, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            filters.edit(viewer.caller(), id, new FilterForm(form).filter());
            return new FormAnswers.Done(LogFiltersPage.PATH);
        });
    }

    /// The fields that can be named: the listed ones, and those that records have.
    @GetMapping("/fields")
    public String fields(Viewer viewer, Model model) {
        model.addAttribute(
                "fields",
                Stream.concat(
                                schema.fields().stream().map(Field::path),
                                data.fields(viewer.seeing(), "*").fields().stream()
                                        .map(DataEndpoint.Field::name))
                        .distinct()
                        .toList());
        return FORM + " :: fields";
    }
}
