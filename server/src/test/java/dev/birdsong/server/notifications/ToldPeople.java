// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

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
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A mail server and a receiver of webhooks, and what finds out whether they are to be told of a connector.
abstract class ToldPeople {

    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    static final Secret SECRET = new Secret("a secret of ours alone");
    static final Condition DOWN = new Condition.Failing("unavailable", 503, "a token 0123456789abcdef");

    @TempDir
    Path folder;

    final SettableClock clock = new SettableClock(NOON);
    final GreenMail mails = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    final MemoryLake lake = new MemoryLake(
            InterflowFields.SCHEMA.with(List.of(new Field("thinkst_canary.device.live", FieldType.BOOLEAN, "", ""))),
            clock);
    Receiver receiver;
    ApacheOutbound outbound;
    Settings settings;
    State state;
    String connector;
    Instant devicesRead = NOON;

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

    Settings settings(int smtpPort) {
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

    State open() {
        return State.open(
                DatabaseUrl.file(folder.resolve("birdsong.db")), folder.resolve("secret.key"), new Random(), clock);
    }

    void restart() {
        state.close();
        state = open();
    }

    void runAfter(Duration time) {
        clock.advance(time);
        run();
    }

    void run() {
        var courier = new Courier(
                new Messages(settings.messages().publicUrl(), JsonMapper.shared(), clock),
                new Mails(settings.messages().smtp(), WayOut.trust(settings.consoles()), clock),
                new Webhooks(AllowedWebhooks.of(settings.messages()), outbound));
        new AlertRound(
                        state,
                        state.leases("test"),
                        new DarkDevices(lake, () -> Map.of(connector, devicesRead), JsonMapper.shared()),
                        new Telling(state, courier, clock),
                        clock)
                .run();
    }

    void stands(Condition condition) {
        state.statuses().pinged(connector, condition, clock.instant());
    }

    void rule(Watch watch) {
        rule(watch, new Recipients(List.of("soc@example.com"), List.of(receiver.url())));
    }

    void rule(Watch watch, Recipients recipients) {
        state.notificationRules()
                .create(
                        id -> new NotificationRule(
                                id, "ours", Optional.of("default"), watch, recipients, true, true, NOON),
                        Optional.of(SECRET));
    }

    void device(String id, boolean live, Instant lastSeen) {
        lake.put(List.of(RecordBuilder.asset(id)
                .at(clock.millis())
                .tenant("default")
                .version(clock.millis())
                .with("connector_id", connector)
                .with("device_id", id)
                .with("hostname", "bird-" + id)
                .with("last_seen", lastSeen.toEpochMilli())
                .with("thinkst_canary", Map.of("device", Map.of("live", live)))
                .build()));
    }

    List<String> events() {
        return receiver.got().stream()
                .map(got ->
                        JsonMapper.shared().readTree(got.body()).path("event").asString())
                .toList();
    }

    List<String> subjects() {
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

    Delivery webhook() {
        return deliveries()
                .filter(one -> one.to().recipient().equals(receiver.url()))
                .findFirst()
                .orElseThrow();
    }

    Stream<Delivery> deliveries() {
        String alert = state.alerts()
                .list(new Alerts.Asked(new TenantScope.All(), Optional.empty(), 0, 10))
                .alerts()
                .getFirst()
                .id();
        return state.deliveries().of(List.of(alert)).getOrDefault(alert, List.of()).stream();
    }

    static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
