// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.notification.Alert;
import dev.birdsong.state.notification.AlertEvent;
import dev.birdsong.state.notification.Alerts;
import dev.birdsong.state.notification.Deliveries.Due;
import dev.birdsong.state.notification.Delivery;
import dev.birdsong.state.notification.Finding;
import dev.birdsong.state.notification.NotificationRule;
import dev.birdsong.state.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertsTest extends NotificationContract {

    AlertsTest(Engine engine) {
        super(engine);
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
}
