// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.notifications;

import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Listed;
import dev.birdsong.server.notifications.AlertAnswer;
import dev.birdsong.server.notifications.NotificationRulesEndpoint;
import dev.birdsong.server.notifications.NotificationsEndpoint;
import dev.birdsong.server.notifications.RuleAnswer;
import dev.birdsong.server.notifications.TestedRule;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.TenantsEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;

/// System | Notifications: what needs somebody now and did lately, and the rules that find it.
@Controller
public final class NotificationsPage {

    static final String PATH = "/notifications";
    static final String RULES = PATH + "/rules";

    private static final int OPEN = 200;
    private static final int RECENT = 50;

    private final NotificationsEndpoint notifications;
    private final NotificationRulesEndpoint rules;

    public NotificationsPage(NotificationsEndpoint notifications, NotificationRulesEndpoint rules) {
        this.notifications = notifications;
        this.rules = rules;
    }

    /// All of it. What is open asks for itself again.
    ///
    /// @param page of what is over
    @GetMapping(PATH)
    public String all(Viewer viewer, @RequestParam(defaultValue = "0") int page, Model model) {
        Listed<AlertAnswer> open = alerts(viewer, "open", 0, OPEN);
        Listed<AlertAnswer> recent = alerts(viewer, "closed", Math.clamp(page, 0, 1_000), RECENT);
        model.addAttribute("open", rows(open))
                .addAttribute("openTotal", open.total())
                .addAttribute("recent", rows(recent))
                .addAttribute("page", page)
                .addAttribute("more", (page + 1L) * RECENT < recent.total())
                .addAttribute(
                        "rules",
                        rules.list(viewer.caller()).data().stream()
                                .filter(rule -> isShown(viewer, rule))
                                .map(rule -> RuleRow.of(viewer, rule))
                                .toList());
        return "notifications/notifications";
    }

    /// Switches a rule on or off.
    @PostMapping(RULES + "/{id}/enabled")
    public String enabled(Viewer viewer, @PathVariable String id, @RequestParam boolean enabled, Model model) {
        Body body = Body.of(JsonNodeFactory.instance.objectNode().put("enabled", enabled));
        model.addAttribute("rules", List.of(RuleRow.of(viewer, rules.edit(viewer.caller(), id, body))));
        return "notifications/notifications :: rule";
    }

    /// Sends a test message to each recipient of a rule.
    @PostMapping(RULES + "/{id}/test")
    public String test(Viewer viewer, @PathVariable String id, RedirectAttributes next) {
        String name = rules.get(viewer.caller(), id).name();
        List<TestedRule.Tried> tried = rules.test(viewer.caller(), id).deliveries();
        String failed = tried.stream()
                .filter(one -> !one.problem().isEmpty())
                .map(one -> one.recipient() + ": " + one.problem())
                .collect(Collectors.joining("; "));
        if (tried.isEmpty()) {
            next.addFlashAttribute("refused", "The rule " + name + " has no recipients: edit it to name some.");
        } else if (failed.isEmpty()) {
            next.addFlashAttribute("said", "The test message of " + name + " was taken for all its recipients.");
        } else {
            next.addFlashAttribute("refused", "The test message of " + name + " did not reach " + failed);
        }
        return "redirect:" + PATH;
    }

    /// Deletes a rule with its alerts.
    @PostMapping(RULES + "/{id}/delete")
    public String delete(Viewer viewer, @PathVariable String id, RedirectAttributes next) {
        String name = rules.get(viewer.caller(), id).name();
        rules.delete(viewer.caller(), id);
        next.addFlashAttribute("said", "The notification rule " + name + " is deleted.");
        return "redirect:" + PATH;
    }

    private Listed<AlertAnswer> alerts(Viewer viewer, String state, int page, int size) {
        Optional<String> tenant = viewer.tenant().map(TenantsEndpoint.Answer::custId);
        return notifications.list(viewer.caller(), tenant, Optional.of(state), page, size);
    }

    private static List<AlertRow> rows(Listed<AlertAnswer> alerts) {
        return alerts.data().stream().map(AlertRow::of).toList();
    }

    /// Of one tenant, its own rules and those for all are shown.
    private static boolean isShown(Viewer viewer, RuleAnswer rule) {
        return viewer.tenant()
                .map(tenant ->
                        rule.custId().equals(tenant.custId()) || rule.custId().equals("all"))
                .orElse(true);
    }
}
