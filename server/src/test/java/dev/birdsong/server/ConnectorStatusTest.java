// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// How a connector stands is told as it is.
class ConnectorStatusTest {

    private static final String CONNECTORS = "/connect/api/v1/connectors";

    @TempDir
    Path folder;

    private SimulatedConsole console;
    private Served served;
    private Api api;

    @BeforeEach
    void start() {
        console = Customer.console(5);
        served = Served.in(folder, Map.of("BIRDSONG_INSECURE_CONSOLES", console.host()));
        api = served.admin();
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
        console.close();
    }

    @Test
    void failsByWhatTheConsoleAnswersAndSinceWhen() {
        long before = System.currentTimeMillis();
        String connector = made(Map.of("auth_token", "ffffffffffffffffffffffffffffffff"), Map.of());

        Patience.until("it fails", () -> state(connector).equals("failing"));

        JsonNode status = status(connector);
        assertThat(status.path("code").asInt()).isEqualTo(401);
        assertThat(status.path("message").asString()).contains("auth token").doesNotContain("ffffffff", "\n");
        assertThat(status.path("status_time").asLong()).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void clearsByATestAndFailsAgainWithinAMinuteWhereTheTroubleLasts() {
        console.fault(Fault.always(new Effect.Status(403, false)).on("incidents"));
        String connector = made(Map.of("interval", 1440), Map.of());
        Patience.until("it fails", () -> status(connector).path("code").asInt() == 403);
        console.clearFaults();
        waitForTomorrow();

        Api.Answer test = api.post(CONNECTORS + "/" + connector + "/test", "");
        console.fault(Fault.always(new Effect.Status(403, false)).on("incidents"));

        assertThat(test.text("/result")).as(test.text()).isEqualTo("success");
        assertThat(status(connector).path("code").asInt()).isZero();
        assertThat(due("MAX")).isLessThanOrEqualTo(System.currentTimeMillis() + 30_000);
        served.server().parts().schedule().dueNow(connector);
        Patience.until(
                "the round has the last word",
                Duration.ofSeconds(30),
                () -> state(connector).equals("failing"));
    }

    @Test
    void isThrottledAndNotFailedAndAskedAgain() {
        console.fault(Fault.always(new Effect.TooMany(Optional.of(600))));
        String connector = made(Map.of("interval", 1440), Map.of());
        Patience.until("it is throttled", () -> state(connector).equals("throttled"));
        waitForTomorrow();

        JsonNode throttled = status(connector);
        console.clearFaults();
        served.server().parts().schedule().dueNow(connector);

        assertThat(throttled.path("code").asInt()).isZero();
        Patience.until("it was asked again", () -> state(connector).equals("healthy"));
    }

    @Test
    void tellsWhatIsPausedInNoProfileOrHasNeverRun() {
        String everything = api.get("/connect/api/v1/data_analyzer_profiles").text("/data/0/_id");
        api.put("/connect/api/v1/data_analyzer_profiles/" + everything, Map.of("connectors", List.of()));
        api.post("/connect/api/v1/data_analyzer_profiles", Map.of("name", "Elsewhere"));
        String paused = made(Map.of("content_type", List.of("incidents")), Map.of("active", false));
        String nowhere = made(Map.of("content_type", List.of("audit_trail")), Map.of("profiles", List.of()));
        String waiting = made(Map.of("content_type", List.of("devices")), Map.of("profiles", List.of("Elsewhere")));

        assertThat(List.of(state(paused), state(nowhere), state(waiting)))
                .containsExactly("paused", "not_in_a_profile", "never_ran");
        assertThat(status(nowhere).path("message").asString()).contains("profile");
        assertThat(status(paused).path("code").asInt()).isZero();
        assertThat(status(waiting).path("code").asInt()).isZero();
    }

    private String made(Map<String, Object> conf, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Api.connector("default", "c" + System.nanoTime(), console.host()));
        Map<String, Object> changed = new HashMap<>(Map.of(
                "host",
                console.host(),
                "auth_token",
                Served.CONSOLE_TOKEN,
                "interval",
                5,
                "content_type",
                List.of("incidents", "audit_trail", "devices")));
        changed.putAll(conf);
        body.put("conf", changed);
        body.putAll(more);
        Api.Answer answer = api.post(CONNECTORS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("/_id");
    }

    private JsonNode status(String connector) {
        return api.get(CONNECTORS + "/" + connector).json().path("status");
    }

    private String state(String connector) {
        return status(connector).path("state").asString();
    }

    /// Until the rounds that were seen to end are due again.
    private void waitForTomorrow() {
        Patience.until("no round is due", () -> due("MIN") > System.currentTimeMillis() + 300_000);
    }

    /// When the first or the last of all content types is due; one that runs now is due now.
    private long due(String which) {
        String sql = "SELECT " + which + "(CASE WHEN picked THEN 0 ELSE execution_time END) FROM scheduled_tasks";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("birdsong.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
