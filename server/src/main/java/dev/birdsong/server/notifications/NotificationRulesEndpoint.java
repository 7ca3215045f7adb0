// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Listed;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.notification.NotificationRule;
import dev.birdsong.state.notification.NotificationRule.Recipients;
import dev.birdsong.state.notification.NotificationRule.Watch;
import dev.birdsong.state.notification.NotificationRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Notification rules: who is told when a connector is silent or failing, or a device is dark.
@RestController
@RequestMapping("/connect/api/v1/notification_rules")
public final class NotificationRulesEndpoint {

    private static final String KIND = "notification_rule";

    private final NotificationRules rules;
    private final AllowedWebhooks allowed;
    private final TestMessages tests;
    private final ActivityLog log;
    private final Clock clock;

    NotificationRulesEndpoint(State state, AllowedWebhooks allowed, TestMessages tests, ActivityLog log, Clock clock) {
        this.rules = state.notificationRules();
        this.allowed = allowed;
        this.tests = tests;
        this.log = log;
        this.clock = clock;
    }

    /// Those of the caller's tenants; those for all tenants too, where the caller sees all.
    @GetMapping
    public Listed<RuleAnswer> list(Caller caller) {
        return Listed.all(rules.list(caller.scope()).stream()
                .map(rule -> answer(caller, rule))
                .toList());
    }

    /// One of them.
    @GetMapping("/{id}")
    public RuleAnswer get(Caller caller, @PathVariable String id) {
        return answer(caller, rule(caller, id));
    }

    /// Makes one.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public RuleAnswer create(Caller caller, Body body) {
        caller.require(Permission.EDIT_NOTIFICATIONS);
        var asked = new RuleBody(caller, body, allowed);
        String name = asked.name();
        Optional<String> tenant = asked.tenant();
        Watch watch = asked.watch(Optional.empty());
        Recipients recipients = asked.recipients(new Recipients(List.of(), List.of()));
        Optional<Secret> secret = asked.secret();
        boolean enabled = asked.enabled(true);
        body.end();
        Instant now = clock.instant();
        NotificationRule made = rules.create(
                id -> new NotificationRule(id, name, tenant, watch, recipients, enabled, secret.isPresent(), now),
                secret);
        did(caller, "create", made);
        return answer(caller, made);
    }

    /// Changes the keys given.
    @PutMapping("/{id}")
    public RuleAnswer edit(Caller caller, @PathVariable String id, Body body) {
        caller.require(Permission.EDIT_NOTIFICATIONS);
        var asked = new RuleBody(caller, body, allowed);
        NotificationRule after = asked.changed(rule(caller, id));
        Optional<Secret> secret = asked.secret();
        body.end();
        rules.edit(after, secret);
        did(caller, "edit", after);
        return get(caller, id);
    }

    /// Deletes one, with its alerts.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(Caller caller, @PathVariable String id) {
        caller.require(Permission.EDIT_NOTIFICATIONS);
        NotificationRule rule = rule(caller, id);
        rules.delete(id);
        did(caller, "delete", rule);
    }

    /// Sends a test message to each of its recipients now, and tells what became of it.
    @PostMapping("/{id}/test")
    public TestedRule test(Caller caller, @PathVariable String id) {
        caller.require(Permission.EDIT_NOTIFICATIONS);
        NotificationRule rule = rule(caller, id);
        did(caller, "test", rule);
        return tests.send(rule, rules.secret(id));
    }

    private NotificationRule rule(Caller caller, String id) {
        return rules.find(id)
                .filter(rule -> rule.tenantId().map(caller::sees).orElse(caller.seesAll()))
                .orElseThrow(() -> ApiException.missing(KIND, id));
    }

    private static RuleAnswer answer(Caller caller, NotificationRule rule) {
        return RuleAnswer.of(rule, caller.access().allows(Permission.EDIT_NOTIFICATIONS));
    }

    private void did(Caller caller, String action, NotificationRule rule) {
        What what = new What(KIND, rule.id(), rule.name());
        rule.tenantId()
                .ifPresentOrElse(tenant -> log.did(caller, action, what, tenant), () -> log.did(caller, action, what));
    }
}
