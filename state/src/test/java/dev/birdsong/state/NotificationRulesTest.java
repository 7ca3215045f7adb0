// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.notification.AlertKind;
import dev.birdsong.state.notification.Finding;
import dev.birdsong.state.notification.NotificationRule;
import dev.birdsong.state.notification.NotificationRule.Watch;
import dev.birdsong.state.sql.StateException;
import dev.birdsong.state.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotificationRulesTest extends NotificationContract {

    NotificationRulesTest(Engine engine) {
        super(engine);
    }

    @Test
    void keepsARuleAsItWasMade() {
        NotificationRule rule = rule("ours", FAILING);
        NotificationRule chosen =
                rule("chosen", new Watch(AlertKind.DEVICE_DARK, Duration.ZERO, Optional.of(List.of(connector))));

        closeState();
        state = reopen();

        assertThat(state.notificationRules().list(ALL)).containsExactly(chosen, rule);
        assertThat(state.notificationRules().secret(rule.id())).contains(SECRET);
    }

    @Test
    void keepsForgetsAndReplacesASecret() {
        NotificationRule rule = rule("ours", FAILING);

        state.notificationRules().edit(rule, Optional.empty());
        assertThat(state.notificationRules().secret(rule.id())).contains(SECRET);
        state.notificationRules().edit(rule, Optional.of(new Secret("another")));
        assertThat(state.notificationRules().secret(rule.id())).contains(new Secret("another"));
        state.keyRotation().run();
        assertThat(state.notificationRules().secret(rule.id())).contains(new Secret("another"));
        state.notificationRules().edit(changed(rule, rule.enabled(), false), Optional.empty());
        assertThat(state.notificationRules().secret(rule.id())).isEmpty();
        assertThat(state.notificationRules().find(rule.id()))
                .hasValueSatisfying(kept -> assertThat(kept.signed()).isFalse());
    }

    @Test
    void keepsNamesApartWithinATenantAlone() {
        rule("ours", FAILING);
        Tenant other = state.tenants().create("Other", "");

        assertThatThrownBy(() -> rule("ours", FAILING))
                .isInstanceOf(StateException.Conflict.class)
                .hasMessageContaining("named 'ours' already");
        made("ours", Optional.of(other.id()), FAILING);
        made("ours", Optional.empty(), FAILING);

        assertThat(state.notificationRules().list(new TenantScope.Only(Set.of(other.id()))))
                .hasSize(1);
        assertThat(state.notificationRules().list(ALL)).hasSize(3);
    }

    @Test
    void refusesAConnectorOfAnotherTenant() {
        Tenant other = state.tenants().create("Other", "");
        Watch chosen = new Watch(AlertKind.SILENT, Duration.ofHours(1), Optional.of(List.of(connector)));

        assertThatThrownBy(() -> made("theirs", Optional.of(other.id()), chosen))
                .isInstanceOf(StateException.Missing.class)
                .hasMessageContaining("no connector with the id");
    }

    @Test
    void findsWhatHasBeenFailingForSoLongInWhateverWay() {
        NotificationRule rule = rule("ours", FAILING);
        ping(new Condition.Failing("unavailable", 503, "down"), NOON);

        assertThat(state.watching().failingSince(rule.id(), NOON.minusSeconds(1)))
                .isEmpty();
        assertThat(state.watching().failingSince(rule.id(), NOON))
                .containsExactly(new Finding(connector, "", "", NOON));
        ping(new Condition.Healthy(), NOON.plusSeconds(60));
        assertThat(state.watching().failingSince(rule.id(), NOON.plusSeconds(600)))
                .isEmpty();
    }

    @Test
    void findsWhatHasBroughtNoDataSinceItWasMade() {
        NotificationRule rule = rule("ours", new Watch(AlertKind.SILENT, Duration.ofHours(1), Optional.empty()));

        assertThat(state.watching().silentSince(rule.id(), NOON)).containsExactly(new Finding(connector, "", "", NOON));
        assertThat(state.watching().silentSince(rule.id(), NOON.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void watchesItsTenantsConnectorsOrThoseThatWereChosen() {
        Tenant other = state.tenants().create("Other", "");
        String second = state.connectors().create(connector("second")).id();
        String theirs = state.connectors()
                .create(connector(other.id(), "theirs", "theirs.canary.tools", "incidents"))
                .id();
        Watch chosen = new Watch(AlertKind.SILENT, Duration.ofHours(1), Optional.of(List.of(second)));

        assertThat(watched(rule("all of ours", FAILING))).containsExactlyInAnyOrder(connector, second);
        assertThat(watched(rule("chosen", chosen))).containsExactly(second);
        assertThat(watched(made("all", Optional.empty(), FAILING)))
                .containsExactlyInAnyOrder(connector, second, theirs);
        state.connectors().delete(second);
        assertThat(watched(state.notificationRules().list(ALL).get(2))).isEmpty();
    }

    private Set<String> watched(NotificationRule rule) {
        return state.watching().connectors(rule.id());
    }

    private void ping(Condition condition, Instant at) {
        state.statuses().pinged(connector, condition, at);
    }
}
