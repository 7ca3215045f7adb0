// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.server.collecting.LogFiltersEndpoint;
import dev.birdsong.server.connectors.ConnectorsEndpoint;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.sql.StateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
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

    /// Where a browser goes on.
    public record Made(String location) {}

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

    /// Looks at what is entered so far; what is wrong with it, by field.
    @PostMapping("/connectors/check")
    public ResponseEntity<FormProblems> check(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        Body body = ConnectorForms.body(form);
        try {
            connectors.check(viewer.caller(), body);
            return ResponseEntity.ok(new FormProblems(Map.of()));
        } catch (ApiException refused) {
            return ResponseEntity.ok(problems(refused, form));
        } catch (StateException refused) {
            return ResponseEntity.ok(FormProblems.of(refused));
        }
    }

    /// Makes the connector, and says where it can be watched.
    @PostMapping("/connectors/new")
    public ResponseEntity<Object> create(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        try {
            String id = connectors
                    .create(viewer.caller(), ConnectorForms.body(form))
                    .id();
            return ResponseEntity.status(HttpStatus.CREATED).body(new Made("/connectors/" + id + "?new"));
        } catch (ApiException refused) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(problems(refused, form));
        } catch (StateException refused) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(FormProblems.of(refused));
        }
    }

    private FormProblems problems(ApiException refused, MultiValueMap<String, String> form) {
        FormProblems problems = FormProblems.of(refused).withMissing(form);
        return types.find(String.valueOf(form.getFirst("type")))
                .map(type -> problems.withSettings(type, form))
                .orElse(problems);
    }
}
