// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.http.Body;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.FormBody;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.TenantsEndpoint;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Permission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Organization | Tenants: the customers whose things are kept apart.
@Controller
@RequestMapping(TenantsPage.PATH)
public final class TenantsPage {

    static final String PATH = "/tenants";

    private static final String FORM = "people/tenant";
    private static final FormBody BODY = new FormBody(Set.of());

    private final TenantsEndpoint tenants;
    private final State state;

    public TenantsPage(TenantsEndpoint tenants, State state) {
        this.tenants = tenants;
        this.state = state;
    }

    /// All of them that the viewer sees.
    @GetMapping
    public String all(Viewer viewer, Model model) {
        Map<String, Long> connectors =
                state.connectors().perTenant(viewer.caller().scope());
        model.addAttribute(
                "rows",
                viewer.tenants().stream()
                        .map(tenant -> new TenantRow(tenant, connectors.getOrDefault(tenant.custId(), 0L)))
                        .toList());
        return "people/tenants";
    }

    /// The form of a new one.
    @GetMapping("/new")
    public String made(Viewer viewer, Model model) {
        return form(viewer, Optional.empty(), model);
    }

    /// The form of one that is there.
    @GetMapping("/{id}")
    public String edited(Viewer viewer, @PathVariable String id, Model model) {
        return form(viewer, Optional.of(tenants.get(viewer.caller(), id)), model);
    }

    private static String form(Viewer viewer, Optional<TenantsEndpoint.Answer> tenant, Model model) {
        viewer.caller().require(Permission.EDIT_TENANTS);
        model.addAttribute("edited", tenant.isPresent())
                .addAttribute("tenant", tenant.orElse(new TenantsEndpoint.Answer("", "", "", 0)));
        return FORM;
    }

    /// Makes one.
    @PostMapping("/new")
    public ResponseEntity<Object> make(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            tenants.create(viewer.caller(), BODY.of(form));
            return new FormAnswers.Done(PATH);
        });
    }

    /// Renames one.
    @PostMapping("/{id}")
    public ResponseEntity<Object> edit(
            Viewer viewer, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            tenants.edit(viewer.caller(), id, Body.of(BODY.json(form, "cust_name", "info")));
            return new FormAnswers.Done(PATH);
        });
    }

    /// Asks before one is deleted, and lists what goes with it.
    @GetMapping("/{id}/deletion")
    public String deletion(Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("tenant", tenants.get(viewer.caller(), id))
                .addAttribute("going", Going.of(tenants.dependents(viewer.caller(), id)));
        return "people/tenants :: deletion";
    }

    /// Deletes one with all that goes with it, which was asked before.
    @PostMapping("/{id}/delete")
    public String delete(Viewer viewer, @PathVariable String id, RedirectAttributes next) {
        String name = tenants.get(viewer.caller(), id).custName();
        tenants.delete(viewer.caller(), id, true);
        next.addFlashAttribute("said", "The tenant " + name + " is deleted. Its records stay in the lake.");
        return "redirect:" + PATH;
    }
}
