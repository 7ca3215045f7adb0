// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import static java.util.Objects.requireNonNull;

import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.server.collecting.LogFiltersEndpoint;
import dev.birdsong.server.connectors.ConnectorsEndpoint;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.state.access.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Create: General, Configuration, Confirmation, Submit.
@Controller
public final class CreatePage {

    private final ConnectorTypes types;
    private final ConnectorsEndpoint connectors;
    private final LogFiltersEndpoint filters;

    public CreatePage(ConnectorTypes types, ConnectorsEndpoint connectors, LogFiltersEndpoint filters) {
        this.types = types;
        this.connectors = connectors;
        this.filters = filters;
    }

    /// The form, all stages of it.
    @GetMapping("/connectors/new")
    public String form(Viewer viewer, Model model) {
        viewer.caller().require(Permission.EDIT_CONNECTORS);
        Map<ConnectorType, List<FormEntry>> entries = new LinkedHashMap<>();
        types.all().forEach(type -> entries.put(type, FormEntry.empty(type)));
        model.addAttribute("types", entries)
                .addAttribute("filters", filters.list(viewer.caller()).data())
                .addAttribute(
                        "categories",
                        types.all().stream()
                                .map(ConnectorType::category)
                                .distinct()
                                .toList());
        return "connectors/create";
    }

    /// Looks at what is entered so far; what is wrong with it, by field. To find something wrong is no failure of a
    /// look.
    @PostMapping("/connectors/check")
    public ResponseEntity<Object> check(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        ResponseEntity<Object> looked = FormAnswers.of(
                () -> {
                    connectors.check(viewer.caller(), ConnectorForms.body(form));
                    return new FormAnswers.Problems(Map.of());
                },
                new MoreProblems(types, form)::beside);
        return ResponseEntity.ok(requireNonNull(looked.getBody()));
    }

    /// Makes the connector, and says where it can be watched.
    @PostMapping("/connectors/new")
    public ResponseEntity<Object> create(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(
                () -> {
                    String id = connectors
                            .create(viewer.caller(), ConnectorForms.body(form))
                            .id();
                    return new FormAnswers.Done("/connectors/" + id + "?new");
                },
                new MoreProblems(types, form)::beside);
    }
}
