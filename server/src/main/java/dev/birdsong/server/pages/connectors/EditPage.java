// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.collecting.LogFiltersEndpoint;
import dev.birdsong.server.connectors.ConnectorsEndpoint;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.state.access.Permission;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Edit: the general fields are shown, but only the configuration and the log filters can be changed.
@Controller
public final class EditPage {

    private final ConnectorsEndpoint connectors;
    private final ConnectorRows rows;
    private final LogFiltersEndpoint filters;

    public EditPage(ConnectorsEndpoint connectors, ConnectorRows rows, LogFiltersEndpoint filters) {
        this.connectors = connectors;
        this.rows = rows;
        this.filters = filters;
    }

    /// The form.
    @GetMapping("/connectors/{id}/edit")
    public String form(Viewer viewer, @PathVariable String id, Model model) {
        viewer.caller().require(Permission.EDIT_CONNECTORS);
        ConnectorRow row = rows.one(viewer, id);
        model.addAttribute("row", row)
                .addAttribute("entries", FormEntry.of(row))
                .addAttribute("filters", filters.list(viewer.caller()).data());
        return "connectors/edit";
    }

    /// Changes the connector.
    @PostMapping("/connectors/{id}/edit")
    public ResponseEntity<Object> edit(
            Viewer viewer, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(
                () -> {
                    connectors.edit(viewer.caller(), id, ConnectorForms.body(form));
                    return new FormAnswers.Done("/connectors/" + id);
                },
                UnaryOperator.identity());
    }
}
