// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.state.notification.AlertKind;
import dev.birdsong.state.notification.Delivery;
import dev.birdsong.state.notification.NotificationRule.Recipients;
import dev.birdsong.state.notification.NotificationRule.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real mail server and a real receiver of webhooks are told of connectors and devices in trouble.
class AlertRoundTest extends ToldPeople {

    @Test
    void tellsOnceThatAConnectorFailsAndOnceThatItIsOver() {
        rule(new Watch(AlertKind.FAILING, Duration.ofMinutes(30), Optional.empty()));
        stands(DOWN);
        runAfter(Duration.ofMinutes(29));
        assertThat(receiver.got()).isEmpty();

        runAfter(Duration.ofMinutes(1));
        runAfter(Duration.ofMinutes(1));
        restart();
        runAfter(Duration.ofMinutes(1));
        assertThat(events()).containsExactly("opened");
        stands(new Condition.Healthy());
        restart();
        runAfter(Duration.ofMinutes(1));
        runAfter(Duration.ofMinutes(1));

        assertThat(events()).containsExactly("opened", "closed");
        assertThat(subjects())
                .containsExactly(
                        "[Birdsong] the connector HQ of Default has been failing since 2026-11-25 12:00 UTC",
                        "[Birdsong] over: the connector HQ of Default has been failing since 2026-11-25 12:00 UTC");
    }

    @Test
    void saysWhatAndWhereWithALinkAndASignature() throws Exception {
        rule(new Watch(AlertKind.FAILING, Duration.ofMinutes(30), Optional.empty()));
        stands(DOWN);

        runAfter(Duration.ofMinutes(30));

        assertThat(mails.getReceivedMessages()[0].getContent().toString())
                .contains("https://birdsong.example.com/notifications")
                .doesNotContain("0123456789abcdef");
        assertThat(receiver.got()).allSatisfy(got -> {
            assertThat(got.method()).isEqualTo("POST");
            assertThat(got.signature()).contains("sha256=" + hmac(got.body()));
            assertThat(got.body()).doesNotContain("0123456789abcdef");
        });
        JsonNode alert =
                JsonMapper.shared().readTree(receiver.got().getFirst().body()).at("/alerts/0");
        assertThat(alert.path("connector_id").asString()).isEqualTo(connector);
        assertThat(alert.path("link").asString()).isEqualTo("https://birdsong.example.com/connectors/" + connector);
    }

    @Test
    void triesAgainAfterAPauseUntilItIsTaken() {
        rule(new Watch(AlertKind.SILENT, Duration.ofHours(1), Optional.empty()));
        receiver.answers(503);
        runAfter(Duration.ofHours(1));
        runAfter(Duration.ofSeconds(59));
        assertThat(receiver.got()).hasSize(1);
        assertThat(webhook().outcome().problem()).isEqualTo("the webhook answered with the status 503");
        assertThat(webhook().outcome().state()).isEqualTo(Delivery.State.WAITING);
        receiver.answers(200);

        restart();
        runAfter(Duration.ofSeconds(1));

        assertThat(receiver.got()).hasSize(2);
        assertThat(webhook().outcome().state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void givesUpAfterSixAttemptsAndSaysWhy() {
        rule(new Watch(AlertKind.SILENT, Duration.ofHours(1), Optional.empty()));
        receiver.answers(500);
        runAfter(Duration.ofHours(1));

        for (int i = 0; i < 10; i++) {
            runAfter(Duration.ofHours(2));
        }

        assertThat(receiver.got()).hasSize(6);
        assertThat(webhook().outcome().state()).isEqualTo(Delivery.State.FAILED);
        assertThat(webhook().outcome().problem()).contains("500");
    }

    @Test
    void triesAgainWhileTheMailServerIsDown() {
        rule(new Watch(AlertKind.SILENT, Duration.ofHours(1), Optional.empty()));
        int port = mails.getSmtp().getPort();
        mails.stop();
        runAfter(Duration.ofHours(1));
        assertThat(deliveries().filter(one -> one.to().recipient().equals("soc@example.com")))
                .singleElement()
                .satisfies(one -> assertThat(one.outcome().problem())
                        .startsWith("the mail server 127.0.0.1:" + port + " did not take it"));
        mails.start();
        settings = settings(mails.getSmtp().getPort());

        runAfter(Duration.ofMinutes(1));

        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void sendsToNoHostThatTheOperatorDoesNotAllowAnyMore() {
        rule(
                new Watch(AlertKind.SILENT, Duration.ofHours(1), Optional.empty()),
                new Recipients(List.of(), List.of("https://elsewhere.example/x", "http://127.0.0.1:1/x")));

        runAfter(Duration.ofHours(1));

        assertThat(deliveries())
                .allSatisfy(one -> assertThat(one.outcome().state()).isEqualTo(Delivery.State.FAILED));
        assertThat(deliveries())
                .anySatisfy(
                        one -> assertThat(one.outcome().problem()).contains("elsewhere.example", "allowed-webhooks"));
    }

    @Test
    void tellsOfManyDarkDevicesInOneMessage() {
        rule(new Watch(AlertKind.DEVICE_DARK, Duration.ofHours(1), Optional.empty()));
        device("1", false, NOON.minus(Duration.ofHours(3)));
        device("2", false, NOON.minus(Duration.ofHours(3)));
        device("3", true, NOON.minus(Duration.ofHours(3)));
        device("4", false, NOON);

        runAfter(Duration.ofMinutes(1));
        assertThat(receiver.got())
                .singleElement()
                .satisfies(got -> assertThat(got.body())
                        .contains("\"total\":2", "bird-1", "bird-2")
                        .doesNotContain("bird-3", "bird-4"));
        device("1", true, NOON);
        runAfter(Duration.ofMinutes(1));

        assertThat(events()).containsExactly("opened", "closed");
        assertThat(subjects())
                .containsExactly(
                        "[Birdsong] 2 alerts of the rule 'ours' opened",
                        "[Birdsong] over: the device bird-1 of the connector HQ of Default is dark since 2026-11-25 09:00 UTC");
    }

    @Test
    void endsTheAlertOfADeviceThatItsConsoleListsNoMore() {
        rule(new Watch(AlertKind.DEVICE_DARK, Duration.ofHours(1), Optional.empty()));
        device("1", false, NOON.minus(Duration.ofHours(3)));
        device("2", false, NOON.minus(Duration.ofHours(3)));
        run();

        clock.advance(Duration.ofHours(24));
        device("2", false, NOON.minus(Duration.ofHours(3)));
        run();
        assertThat(events()).doesNotContain("closed");
        devicesRead = clock.instant();
        run();

        assertThat(events()).containsExactlyInAnyOrder("opened", "reminder", "closed");
        assertThat(receiver.got())
                .filteredOn(got -> got.body().contains("\"closed\""))
                .singleElement()
                .satisfies(got -> assertThat(got.body()).contains("bird-1").doesNotContain("bird-2"));
    }

    @Test
    void isDoneByOneNodeAtATime() {
        rule(new Watch(AlertKind.SILENT, Duration.ofHours(1), Optional.empty()));
        clock.advance(Duration.ofHours(1));
        var held = state.leases("other")
                .take(new dev.birdsong.engine.StreamKey("birdsong", "notifications"), Duration.ofMinutes(1))
                .orElseThrow();

        run();
        assertThat(receiver.got()).isEmpty();
        held.close();
        run();

        assertThat(receiver.got()).hasSize(1);
    }
}
