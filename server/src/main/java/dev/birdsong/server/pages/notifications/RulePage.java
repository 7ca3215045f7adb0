// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.notifications;

import dev.birdsong.server.connectors.ConnectorsEndpoint;
import dev.birdsong.server.notifications.NotificationRulesEndpoint;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.TenantsEndpoint;
import dev.birdsong.state.access.Permission;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form of a notification rule.
@Controller
public final class RulePage {

    private static final int CONNECTORS = 1_000;
    private static final String NEW = NotificationsPage.RULES + "/new";
    private static final String ONE = NotificationsPage.RULES + "/{id}";

    private final NotificationRulesEndpoint rules;
    private final ConnectorsEndpoint connectors;

    public RulePage(NotificationRulesEndpoint rules, ConnectorsEndpoint connectors) {
        this.rules = rules;
        this.connectors = connectors;
    }

    /// An empty one.
    @GetMapping(NEW)
    public String fresh(Viewer viewer, Model model) {
        String tenant = viewer.tenant()
                .or(() -> Optional.of(viewer.tenants())
                        .filter(tenants -> tenants.size() == 1 || !viewer.root())
                        .flatMap(tenants -> tenants.stream().findFirst()))
                .map(TenantsEndpoint.Answer::custId)
                .orElse("all");
        return form(viewer, "", RuleEntry.fresh(tenant), model);
    }

    /// Makes the rule.
    @PostMapping(NEW)
    public ResponseEntity<Object> create(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            rules.create(viewer.caller(), new RuleForm(form).body());
            return new FormAnswers.Done(NotificationsPage.PATH);
        });
    }

    /// One that is there.
    @GetMapping(ONE)
    public String edited(Viewer viewer, @PathVariable String id, Model model) {
        return form(viewer, id, RuleEntry.of(rules.get(viewer.caller(), id)), model);
    }

    /// Changes the rule.
    @PostMapping(ONE)
    public ResponseEntity<Object> edit(
            Viewer viewer, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            rules.edit(viewer.caller(), id, new RuleForm(form).body());
            return new FormAnswers.Done(NotificationsPage.PATH);
        });
    }

    private String form(Viewer viewer, String id, RuleEntry entry, Model model) {
        viewer.caller().require(Permission.EDIT_NOTIFICATIONS);
        model.addAttribute("id", id)
                .addAttribute("entry", entry)
                .addAttribute(
                        "connectors",
                        connectors
                                .list(viewer.caller(), Optional.empty(), Optional.empty(), "", 0, CONNECTORS, "name")
                                .connectors());
        return "notifications/rule";
    }
}
