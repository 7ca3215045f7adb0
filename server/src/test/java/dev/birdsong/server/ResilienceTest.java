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
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a server that is killed has left goes on with the next one.
class ResilienceTest {

    private static final String CONNECTORS = "/connect/api/v1/connectors/";
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void goesOnWithEveryRoundAfterItWasKilled() throws IOException, InterruptedException {
        try (SimulatedConsole quick = Customer.console(1);
                SimulatedConsole other = Customer.console(2);
                SimulatedConsole slow = Customer.console(3)) {
            slow.fault(Fault.always(new Effect.Slow(500)).on("incidents"));
            Map<String, String> environment = ServerProcess.environment(folder, List.of(quick, other, slow));
            List<String> connectors;
            try (ServerProcess first = ServerProcess.start(folder.resolve("first.log"), environment)) {
                Api api = Api.signedIn(first.address(), Served.API_KEY);
                connectors = Stream.of(quick, other, slow)
                        .map(console -> connector(api, console))
                        .toList();
                awaitASlowPageBesideCompleteRounds(api, connectors);
                first.kill();
            }
            letAMinutePass();
            long killed = System.currentTimeMillis();
            slow.clearFaults();

            try (ServerProcess second = ServerProcess.start(folder.resolve("second.log"), environment)) {
                Api api = Api.signedIn(second.address(), Served.API_KEY);

                awaitARoundOfEach(api, connectors, killed);
                assertThat(running(api, connectors.getLast())).isFalse();
            }
        }
    }

    private static void awaitASlowPageBesideCompleteRounds(Api api, List<String> connectors) {
        Patience.until(
                "all but the slow page is collected",
                () -> ended(api, connectors).size() == 8);
        Patience.until("a slow page is being read", () -> running(api, connectors.getLast()));
    }

    private static void awaitARoundOfEach(Api api, List<String> connectors, long since) {
        Patience.until(
                "every round went on",
                GOES_ON_WITHIN,
                () -> ended(api, connectors).values().stream()
                                .filter(at -> at > since)
                                .count()
                        == 9);
    }

    private static String connector(Api api, SimulatedConsole console) {
        Map<String, Object> body = new HashMap<>(Api.connector("default", "of " + console.port(), console.host()));
        body.put(
                "conf",
                Map.of(
                        "host",
                        console.host(),
                        "auth_token",
                        Served.CONSOLE_TOKEN,
                        "interval",
                        1,
                        "content_type",
                        List.of("incidents", "audit_trail", "devices")));
        return api.post(CONNECTORS.substring(0, CONNECTORS.length() - 1), body).text("/_id");
    }

    /// When the last complete round of each content type ended.
    private static Map<String, Long> ended(Api api, List<String> connectors) {
        Map<String, Long> ended = new HashMap<>();
        for (String connector : connectors) {
            for (JsonNode stream : api.get(CONNECTORS + connector).json().path("content_types")) {
                stream.path("last_activity")
                        .asLongOpt()
                        .ifPresent(at -> ended.put(connector + stream.path("content_type"), at));
            }
        }
        return ended;
    }

    private static boolean running(Api api, String connector) {
        return api.get(CONNECTORS + connector)
                .json()
                .path("content_types")
                .valueStream()
                .anyMatch(stream -> stream.path("running").asBoolean());
    }

    /// As if the server had been down until every round was due.
    private void letAMinutePass() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("birdsong.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE scheduled_tasks SET execution_time = 0 WHERE execution_time > 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
