// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.outbound.ApacheOutbound;
import dev.birdsong.server.parts.WayOut;
import dev.birdsong.settings.Settings;
import dev.birdsong.settings.SettingsReader;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.state.State;
import dev.birdsong.state.connector.NewConnector;
import dev.birdsong.state.notification.AlertKind;
import dev.birdsong.state.notification.Alerts;
import dev.birdsong.state.notification.Delivery;
import dev.birdsong.state.notification.NotificationRule;
import dev.birdsong.state.notification.NotificationRule.Recipients;
import dev.birdsong.state.notification.NotificationRule.Watch;
import dev.birdsong.state.sql.DatabaseUrl;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.lake.MemoryLake;
import dev.birdsong.testkit.lake.RecordBuilder;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real mail server and a real receiver of webhooks are told of connectors and devices in trouble.
class AlertRoundTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Secret SECRET = new Secret("a secret of ours alone");
    private static final Condition DOWN = new Condition.Failing("unavailable", 503, "a token 0123456789abcdef");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(NOON);
    private final GreenMail mails = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final MemoryLake lake = new MemoryLake(
            InterflowFields.SCHEMA.with(List.of(new Field("thinkst_canary.device.live", FieldType.BOOLEAN, "", ""))),
            clock);
    private Receiver receiver;
    private ApacheOutbound outbound;
    private Settings settings;
    private State state;
    private String connector;

    @BeforeEach
    void start() throws IOException {
        mails.start();
        receiver = new Receiver();
        settings = settings(mails.getSmtp().getPort());
        outbound = WayOut.toWebhooks(settings, clock);
        state = open();
        connector = state.connectors()
                .create(new NewConnector(
                        new Connector.General("default", "HQ", "honeypot", "thinkst_canary", "dp"),
                        new Connector.Configuration(
                                "hq.canary.tools", Duration.ofMinutes(5), List.of("incidents"), Optional.empty()),
                        new Connector.Collecting(true, List.of()),
                        List.of(),
                        new Secret("token")))
                .id();
    }

    @AfterEach
    void stop() {
        state.close();
        outbound.close();
        receiver.close();
        mails.stop();
    }

    @Test
    void tellsOnceThatAConnectorFailsAndOnceThatItIsOver() throws Exception {
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

    private Settings settings(int smtpPort) {
        return SettingsReader.read(
                Optional.empty(),
                Map.of(
                        "BIRDSONG_SMTP_HOST", "127.0.0.1",
                        "BIRDSONG_SMTP_PORT", Integer.toString(smtpPort),
                        "BIRDSONG_SMTP_FROM", "birdsong@example.com",
                        "BIRDSONG_SMTP_TLS", "none",
                        "BIRDSONG_PUBLIC_URL", "https://birdsong.example.com/",
                        "BIRDSONG_ALLOWED_WEBHOOKS", receiver.pair()));
    }

    private State open() {
        return State.open(
                DatabaseUrl.file(folder.resolve("birdsong.db")), folder.resolve("secret.key"), new Random(), clock);
    }

    private void restart() {
        state.close();
        state = open();
    }

    private void runAfter(Duration time) {
        clock.advance(time);
        run();
    }

    private void run() {
        var courier = new Courier(
                new Messages(settings.messages().publicUrl(), JsonMapper.shared(), clock),
                new Mails(settings.messages().smtp(), clock),
                new Webhooks(AllowedWebhooks.of(settings.messages()), outbound));
        new AlertRound(
                        state,
                        state.leases("test"),
                        new DarkDevices(lake, JsonMapper.shared()),
                        new Telling(state, courier, clock),
                        clock)
                .run();
    }

    private void stands(Condition condition) {
        state.statuses().pinged(connector, condition, clock.instant());
    }

    private void rule(Watch watch) {
        rule(watch, new Recipients(List.of("soc@example.com"), List.of(receiver.url())));
    }

    private void rule(Watch watch, Recipients recipients) {
        state.notificationRules()
                .create(
                        id -> new NotificationRule(
                                id, "ours", Optional.of("default"), watch, recipients, true, true, NOON),
                        Optional.of(SECRET));
    }

    private void device(String id, boolean live, Instant lastSeen) {
        lake.put(List.of(RecordBuilder.asset(id)
                .tenant("default")
                .version(clock.millis())
                .with("connector_id", connector)
                .with("device_id", id)
                .with("hostname", "bird-" + id)
                .with("last_seen", lastSeen.toEpochMilli())
                .with("thinkst_canary", Map.of("device", Map.of("live", live)))
                .build()));
    }

    private List<String> events() {
        return receiver.got().stream()
                .map(got ->
                        JsonMapper.shared().readTree(got.body()).path("event").asString())
                .toList();
    }

    private List<String> subjects() {
        return Stream.of(mails.getReceivedMessages())
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private Delivery webhook() {
        return deliveries()
                .filter(one -> one.to().recipient().equals(receiver.url()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Delivery> deliveries() {
        String alert = state.alerts()
                .list(new Alerts.Asked(new TenantScope.All(), Optional.empty(), 0, 10))
                .alerts()
                .getFirst()
                .id();
        return state.deliveries().of(List.of(alert)).getOrDefault(alert, List.of()).stream();
    }

    private static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
