// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.notification.AlertKind;
import dev.birdsong.state.notification.NotificationRule;
import dev.birdsong.state.notification.NotificationRule.Recipients;
import dev.birdsong.state.notification.NotificationRule.Watch;
import dev.birdsong.state.tenant.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/// A connector, and rules to watch it.
abstract class NotificationContract extends StateContract {

    static final Recipients BOTH = new Recipients(List.of("soc@example.com"), List.of("https://hooks.example.com/x"));
    static final Watch FAILING = new Watch(AlertKind.FAILING, Duration.ofMinutes(30), Optional.empty());
    static final Secret SECRET = new Secret("a secret of ours alone");

    String connector;

    NotificationContract(Engine engine) {
        super(engine);
    }

    @BeforeEach
    void makeAConnector() {
        connector = state.connectors().create(connector("hq")).id();
    }

    NotificationRule rule(String name, Watch watch) {
        return made(name, Optional.of(Tenant.DEFAULT_ID), watch);
    }

    NotificationRule made(String name, Optional<String> tenant, Watch watch) {
        return state.notificationRules()
                .create(
                        id -> new NotificationRule(id, name, tenant, watch, BOTH, true, true, NOON),
                        Optional.of(SECRET));
    }

    static NotificationRule changed(NotificationRule rule, boolean enabled, boolean signed) {
        return new NotificationRule(
                rule.id(),
                rule.name(),
                rule.tenantId(),
                rule.watch(),
                rule.recipients(),
                enabled,
                signed,
                rule.createdAt());
    }
}
