// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.run.Lease;
import dev.birdsong.engine.run.Leases;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.State;
import dev.birdsong.state.notification.Finding;
import dev.birdsong.state.notification.NotificationRule;
import dev.birdsong.state.notification.Watching;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks whether anything needs somebody, and has what is new told. Of several nodes one does it at a time.
final class AlertRound {

    private static final Logger LOG = LoggerFactory.getLogger(AlertRound.class);
    private static final StreamKey TURN = new StreamKey("birdsong", "notifications");
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration LIFETIME = Duration.ofDays(90);

    private final State state;
    private final Leases leases;
    private final DarkDevices devices;
    private final Telling telling;
    private final InstantSource clock;

    AlertRound(State state, Leases leases, DarkDevices devices, Telling telling, InstantSource clock) {
        this.state = state;
        this.leases = leases;
        this.devices = devices;
        this.telling = telling;
        this.clock = clock;
    }

    /// Does it once; nothing while another node does.
    void run() {
        Optional<Lease> turn = leases.take(TURN, LEASE);
        if (turn.isPresent()) {
            try (Lease _ = turn.get()) {
                Instant now = clock.instant();
                state.notificationRules().list(new TenantScope.All()).forEach(rule -> settle(rule, now));
                state.alerts().forgetBefore(now.minus(LIFETIME));
                telling.run();
            }
        }
    }

    private void settle(NotificationRule rule, Instant now) {
        Set<String> watched = rule.enabled() ? state.watching().connectors(rule.id()) : Set.of();
        try {
            state.alerts().settle(rule, watched, rule.enabled() ? found(rule, watched, now) : List.of(), now);
        } catch (LakeException e) {
            LOG.atWarn()
                    .addKeyValue("rule", rule.id())
                    .log("cannot look for dark devices now: the alerts stay as they are: " + e.getMessage());
        }
    }

    private List<Finding> found(NotificationRule rule, Set<String> watched, Instant now) {
        Instant before = now.minus(rule.watch().threshold());
        Watching watching = state.watching();
        return switch (rule.watch().kind()) {
            case SILENT -> watching.silentSince(rule.id(), before);
            case FAILING -> watching.failingSince(rule.id(), before);
            case DEVICE_DARK -> devices.since(scope(rule), watched, before);
        };
    }

    private static TenantScope scope(NotificationRule rule) {
        return rule.tenantId()
                .<TenantScope>map(tenant -> new TenantScope.Only(Set.of(tenant)))
                .orElseGet(TenantScope.All::new);
    }
}
