// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.notification.Alert;
import dev.birdsong.state.notification.AlertEvent;
import dev.birdsong.state.notification.AlertKind;
import dev.birdsong.state.notification.Alerts;
import dev.birdsong.state.notification.Deliveries.Due;
import dev.birdsong.state.notification.Delivery;
import dev.birdsong.state.notification.Finding;
import dev.birdsong.state.notification.NotificationRule;
import dev.birdsong.state.notification.NotificationRule.Recipients;
import dev.birdsong.state.notification.NotificationRule.Watch;
import dev.birdsong.state.sql.StateException;
import dev.birdsong.state.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationsTest extends StateContract {

    private static final Recipients BOTH =
            new Recipients(List.of("soc@example.com"), List.of("https://hooks.example.com/x"));
    private static final Watch FAILING = new Watch(AlertKind.FAILING, Duration.ofMinutes(30), Optional.empty());
    private static final Secret SECRET = new Secret("a secret of ours alone");

    private String connector;

    NotificationsTest(Engine engine) {
        super(engine);
    }

    @BeforeEach
    void makeAConnector() {
        connector = state.connectors().create(connector("hq")).id();
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

    @Test
    void opensAnAlertOnceAndTellsWhenItIsOver() {
        NotificationRule rule = rule("ours", FAILING);

        settle(rule, NOON, found());
        settle(rule, NOON.plusSeconds(60), found());
        assertThat(told(NOON.plusSeconds(60))).containsExactly(AlertEvent.OPENED, AlertEvent.OPENED);
        assertThat(state.alerts().open(ALL)).isEqualTo(1);
        settle(rule, NOON.plusSeconds(120));
        settle(rule, NOON.plusSeconds(180));

        assertThat(told(NOON.plusSeconds(180))).containsExactly(AlertEvent.CLOSED, AlertEvent.CLOSED);
        assertThat(state.alerts().open(ALL)).isZero();
        assertThat(alerts(Optional.of(false)))
                .singleElement()
                .satisfies(alert -> assertThat(alert.times().closed()).contains(NOON.plusSeconds(120)));
    }

    @Test
    void remindsOnceADay() {
        NotificationRule rule = rule("ours", FAILING);
        settle(rule, NOON, found());
        told(NOON);

        settle(rule, NOON.plus(Duration.ofHours(23)), found());
        assertThat(told(NOON.plus(Duration.ofHours(23)))).isEmpty();
        settle(rule, NOON.plus(Duration.ofHours(24)), found());
        settle(rule, NOON.plus(Duration.ofHours(25)), found());

        assertThat(told(NOON.plus(Duration.ofHours(25)))).containsExactly(AlertEvent.REMINDER, AlertEvent.REMINDER);
    }

    @Test
    void closesWithoutAWordWhatIsNotWatchedAnyMore() {
        NotificationRule rule = rule("ours", FAILING);
        settle(rule, NOON, found());
        told(NOON);

        state.alerts().settle(rule, Set.of(), List.of(), NOON.plusSeconds(60));

        assertThat(told(NOON.plusSeconds(60))).isEmpty();
        assertThat(state.alerts().open(ALL)).isZero();
    }

    @Test
    void tellsNothingMoreOnceARuleIsSwitchedOff() {
        NotificationRule rule = rule("ours", FAILING);
        settle(rule, NOON, found());

        state.alerts().settle(changed(rule, false, true), Set.of(), List.of(), NOON.plusSeconds(60));

        assertThat(told(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void keepsWhatBecameOfADelivery() {
        settle(rule("ours", FAILING), NOON, found());
        List<Delivery> due =
                state.deliveries().due(NOON, 10).stream().map(Due::delivery).toList();

        state.deliveries().delivered(due.subList(0, 1), NOON);
        state.deliveries().failed(due.subList(1, 2), "it is down", NOON, Optional.of(NOON.plusSeconds(60)));
        assertThat(state.deliveries().due(NOON.plusSeconds(59), 10)).isEmpty();
        assertThat(state.deliveries().due(NOON.plusSeconds(60), 10))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.delivery().outcome().attempts()).isEqualTo(1));
        state.deliveries().failed(due.subList(1, 2), "it is gone", NOON.plusSeconds(60), Optional.empty());

        String alert = alerts(Optional.empty()).getFirst().id();
        assertThat(state.deliveries().of(List.of(alert)).get(alert))
                .extracting(Delivery::outcome)
                .containsExactly(
                        new Delivery.Outcome(Delivery.State.DELIVERED, 1, NOON, ""),
                        new Delivery.Outcome(Delivery.State.FAILED, 2, NOON.plusSeconds(60), "it is gone"));
    }

    @Test
    void showsAlertsOfTheScopeAndForgetsWhatIsLongOver() {
        NotificationRule rule = rule("ours", FAILING);
        Tenant other = state.tenants().create("Other", "");
        settle(rule, NOON, found());

        assertThat(state.alerts().open(new TenantScope.Only(Set.of(other.id()))))
                .isZero();
        assertThat(state.alerts()
                        .list(new Alerts.Asked(new TenantScope.Only(Set.of(other.id())), Optional.empty(), 0, 10))
                        .total())
                .isZero();
        settle(rule, NOON.plusSeconds(60));
        assertThat(state.alerts().forgetBefore(NOON.plusSeconds(60))).isZero();
        assertThat(state.alerts().forgetBefore(NOON.plusSeconds(61))).isEqualTo(1);
        assertThat(alerts(Optional.empty())).isEmpty();
    }

    @Test
    void goesWithItsTenant() {
        Tenant other = state.tenants().create("Other", "");
        String theirs = state.connectors()
                .create(connector(other.id(), "theirs", "theirs.canary.tools", "incidents"))
                .id();
        NotificationRule rule = made("theirs", Optional.of(other.id()), FAILING);
        state.alerts().settle(rule, Set.of(theirs), List.of(new Finding(theirs, "", "", NOON)), NOON);

        state.tenants().delete(other.id());

        assertThat(state.notificationRules().list(ALL)).isEmpty();
        assertThat(state.alerts().open(ALL)).isZero();
    }

    private Finding found() {
        return new Finding(connector, "", "", NOON.minusSeconds(3_600));
    }

    private void settle(NotificationRule rule, Instant now, Finding... findings) {
        state.alerts().settle(rule, Set.of(connector), List.of(findings), now);
    }

    /// What is to be told by then, which is told.
    private List<AlertEvent> told(Instant now) {
        List<Delivery> due =
                state.deliveries().due(now, 100).stream().map(Due::delivery).toList();
        state.deliveries().delivered(due, now);
        return due.stream().map(Delivery::event).toList();
    }

    private List<Alert> alerts(Optional<Boolean> open) {
        return state.alerts().list(new Alerts.Asked(ALL, open, 0, 10)).alerts();
    }

    private Set<String> watched(NotificationRule rule) {
        return state.watching().connectors(rule.id());
    }

    private void ping(Condition condition, Instant at) {
        state.statuses().pinged(connector, condition, at);
    }

    private NotificationRule rule(String name, Watch watch) {
        return made(name, Optional.of(Tenant.DEFAULT_ID), watch);
    }

    private NotificationRule made(String name, Optional<String> tenant, Watch watch) {
        return state.notificationRules()
                .create(
                        id -> new NotificationRule(id, name, tenant, watch, BOTH, true, true, NOON),
                        Optional.of(SECRET));
    }

    private static NotificationRule changed(NotificationRule rule, boolean enabled, boolean signed) {
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
