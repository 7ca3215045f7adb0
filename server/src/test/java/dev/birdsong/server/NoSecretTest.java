// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.SimulatedConsole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Known secrets are used everywhere, rightly and wrongly; afterwards nothing that was told or kept has them.
class NoSecretTest {

    private static final String V1 = "/connect/api/v1/";
    private static final String OTHER_TOKEN = "feedc0defeedc0defeedc0defeedc0de";
    private static final String PASSWORD = "the-password-of-the-first-user";
    private static final String OTHER_PASSWORD = "the-password-of-another-user";
    private static final String WEBHOOK_SECRET = "the-secret-that-signs-what-webhooks-are-told";
    private static final String WRONG_KEY = "bsk_wrong_key_of_nobody_0123456789abcdefghijklm";
    private static final SecretHunt HUNT = new SecretHunt(List.of(
            Served.CONSOLE_TOKEN, OTHER_TOKEN, PASSWORD, OTHER_PASSWORD, WEBHOOK_SECRET, Served.API_KEY, WRONG_KEY));

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void tellsAndKeepsNoSecret() throws IOException, InterruptedException, SQLException {
        Path data = folder.resolve("data");
        String made;
        String output;
        try (SimulatedConsole console = Customer.console(9);
                EchoConsole echo = new EchoConsole();
                EchoConsole unreadable = EchoConsole.unreadable();
                ServerProcess server = ServerProcess.start(
                        folder.resolve("server.log"), environment(data, console, echo, unreadable))) {
            Api api = Api.signedIn(server.address(), Served.API_KEY);
            useConnectors(api, console.host());
            useConnectors(api, echo.host());
            lookAtQuarantine(api, useConnectors(api, unreadable.host()));
            mistakeConnectors(api, echo.host());
            useAndMistakeUsers(api);
            useAndMistakeRules(api);
            mistakeSignIns(api);
            made = api.post(V1 + "api_keys", Map.of("name", "another")).text("/api_key");
            lookAtEverything(Api.signedIn(server.address(), made));
            told.add(api.send("GET", "/metrics", "", "Bearer " + Served.API_KEY).text());
            assertThat(echo.asked()).isGreaterThan(3 * EchoConsole.forms());
            output = server.output();
            server.kill();
        }

        for (SecretHunt hunt : List.of(HUNT, new SecretHunt(List.of(made)))) {
            assertNothingFound(hunt, output, data);
        }
    }

    private void assertNothingFound(SecretHunt hunt, String output, Path data) throws IOException, SQLException {
        for (String text : told) {
            assertThat(hunt.in(text)).as(text).isEmpty();
        }
        assertThat(hunt.in(output)).as(output).isEmpty();
        assertThat(SecretHunt.rows(data.resolve("birdsong.db")))
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(hunt.in(row)).isEmpty());
        assertThat(hunt.inFiles(data)).isEmpty();
    }

    @Test
    void findsWhatItLooksFor() throws IOException {
        Files.writeString(
                folder.resolve("leak"),
                "x" + Base64.getEncoder().encodeToString(("a" + PASSWORD).getBytes(StandardCharsets.UTF_8)));

        assertThat(HUNT.inFiles(folder)).hasSize(1);
        assertThat(HUNT.in("token=" + OTHER_TOKEN)).containsExactly(OTHER_TOKEN);
    }

    @Test
    void tellsNoSecretOfWrongSettings() throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("birdsong.yml"),
                "admin.pasword: " + OTHER_PASSWORD + "\nadmin.api-key: \"" + OTHER_TOKEN + "\nport: {" + PASSWORD
                        + "\n");
        Map<String, String> wrong = new HashMap<>(Map.of(
                "BIRDSONG_PORT",
                "many",
                "BIRDSONG_ADMIN_PASSWORD",
                "x",
                "BIRDSONG_ADMIN_API_KEY",
                Served.API_KEY,
                "BIRDSONG_ADMIN_TOKEN",
                OTHER_TOKEN,
                "BIRDSONG_PROXY",
                "http://user:" + PASSWORD + "@proxy:1"));

        try (ServerProcess server = ServerProcess.start(folder.resolve("wrong.log"), wrong, file.toString())) {
            assertThat(server.ended()).isEqualTo(1);
            assertThat(HUNT.in(server.output())).as(server.output()).isEmpty();
            assertThat(server.output()).contains("port").doesNotContain("\tat ");
        }
    }

    private static Map<String, String> environment(Path data, SimulatedConsole console, EchoConsole... echoes) {
        Map<String, String> environment = new HashMap<>(ServerProcess.environment(data, List.of(console)));
        environment.put(
                "BIRDSONG_INSECURE_CONSOLES",
                Stream.concat(Stream.of(console.host()), Stream.of(echoes).map(EchoConsole::host))
                        .collect(Collectors.joining(",")));
        environment.put("BIRDSONG_ADMIN_PASSWORD", PASSWORD);
        environment.put("BIRDSONG_ADMIN_EMAIL", Served.EMAIL);
        return environment;
    }

    private String useConnectors(Api api, String host) {
        Map<String, Object> body = new HashMap<>(Api.connector("default", "of " + host, host));
        body.put("active", false);
        told.add(api.post(V1 + "connectors/test", body).text());
        Api.Answer made = api.post(V1 + "connectors", body);
        told.add(made.text());
        String connector = V1 + "connectors/" + made.text("/_id");
        told.add(api.put(connector, Map.of("conf", Map.of("auth_token", OTHER_TOKEN)))
                .text());
        for (int i = 0; i < EchoConsole.forms(); i++) {
            told.add(api.post(connector + "/test", "").text());
        }
        told.add(api.put(connector, Map.of("conf", Map.of("auth_token", Served.CONSOLE_TOKEN)))
                .text());
        for (int i = 0; i < 3; i++) {
            told.add(api.post(connector + "/collect?wait=true", "").text());
            told.add(api.get(connector).text());
        }
        told.add(api.get(connector + "/positions").text());
        return connector;
    }

    private void lookAtQuarantine(Api api, String connector) {
        Api.Answer kept = api.get(connector + "/quarantine");
        assertThat(kept.number("/total")).as(kept.text()).isPositive();
        told.add(kept.text());
        told.add(api.post(connector + "/quarantine/replay", "{}").text());
        kept.json().path("data").forEach(entry -> {
            String one = connector + "/quarantine/" + entry.path("_id").asString();
            assertThat(api.get(one).text("/text")).contains("***");
            told.add(api.get(one).text());
            told.add(api.get(one + "/content").text());
        });
    }

    private void mistakeConnectors(Api api, String host) {
        for (Object token :
                List.of(OTHER_TOKEN + " x", List.of(OTHER_TOKEN), Map.of("t", OTHER_TOKEN), OTHER_TOKEN + "é")) {
            Map<String, Object> body = new HashMap<>(Api.connector("default", "mistaken", host));
            body.put("conf", Map.of("host", host, "auth_token", token, "content_type", List.of("incidents")));
            Api.Answer refused = api.post(V1 + "connectors", body);
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            told.add(refused.text());
        }
        told.add(api.post(V1 + "connectors", "{\"conf\": {\"auth_token\": \"" + OTHER_TOKEN + "\"")
                .text());
        told.add(api.post(V1 + "connectors", "{\"conf\": {\"auth_token\": " + OTHER_TOKEN + "}}")
                .text());
        told.add(api.post(V1 + "connectors", "\"" + OTHER_TOKEN + "\"").text());
    }

    private void useAndMistakeUsers(Api api) {
        Map<String, Object> user = Map.of("email", "a@example.com", "scope", "root", "password", OTHER_PASSWORD);
        Api.Answer made = api.post(V1 + "users", user);
        told.add(made.text());
        told.add(api.post(V1 + "users", user).text());
        told.add(api.put(V1 + "users/" + made.text("/_id"), Map.of("password", OTHER_PASSWORD + "!"))
                .text());
        told.add(api.put(V1 + "users/" + made.text("/_id"), Map.of("password", OTHER_PASSWORD.repeat(20)))
                .text());
        told.add(api.put(V1 + "users/" + made.text("/_id"), Map.of("password", List.of(OTHER_PASSWORD)))
                .text());
    }

    private void useAndMistakeRules(Api api) {
        Map<String, Object> rule = new HashMap<>(Map.of(
                "name",
                "dark birds",
                "cust_id",
                "default",
                "kind",
                "device_dark",
                "threshold",
                0,
                "secret",
                WEBHOOK_SECRET));
        rule.put("emails", List.of("soc@example.com"));
        Api.Answer made = api.post(V1 + "notification_rules", rule);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        told.add(made.text());
        told.add(api.post(V1 + "notification_rules", rule).text());
        String path = V1 + "notification_rules/" + made.text("/_id");
        told.add(api.post(path + "/test", "").text());
        for (Object secret : List.of(WEBHOOK_SECRET, WEBHOOK_SECRET.repeat(9), List.of(WEBHOOK_SECRET))) {
            told.add(api.put(path, Map.of("secret", secret)).text());
        }
    }

    private void mistakeSignIns(Api api) {
        String basic =
                Base64.getEncoder().encodeToString((Served.EMAIL + ":" + WRONG_KEY).getBytes(StandardCharsets.UTF_8));
        for (String header : List.of("Bearer " + WRONG_KEY, "Basic " + basic, "Basic " + WRONG_KEY, WRONG_KEY)) {
            told.add(api.send("POST", V1 + "access_token", "", header).text());
            told.add(api.send("GET", V1 + "connectors", "", header).text());
            told.add(api.send("GET", "/metrics", "", header).text());
        }
    }

    private void lookAtEverything(Api api) {
        for (String path : List.of(
                "connectors",
                "users",
                "api_keys",
                "tenants",
                "log_filters",
                "notification_rules",
                "notifications",
                "data_analyzer_profiles",
                "data_analyzers",
                "user_activities?start_time=0",
                "ingestion-stats/connector?start_time=0",
                "connector_types",
                "version")) {
            Api.Answer answer = api.get(V1 + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            told.add(answer.text());
        }
        told.add(api.get("/connect/api/data/*/_export").text());
        told.add(api.get("/connect/api/data/*/_search?size=1000").text());
        told.add(api.get("/connect/api/data/*/_fields").text());
        told.add(Api.anonymous(api.address()).get("/health/ready").text());
    }
}
