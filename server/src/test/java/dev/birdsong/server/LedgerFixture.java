// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A server that has collected all of a console once, by a connector that does nothing of itself.
abstract class LedgerFixture {

    static final String V1 = "/connect/api/v1/";

    @TempDir
    protected Path folder;

    protected SimulatedConsole console;
    protected Served served;
    protected Api api;
    protected String connector;

    @BeforeEach
    final void collectAll() throws IOException {
        console = SimulatedConsole.start(ConsoleSettings.defaults()
                .withToken(Served.CONSOLE_TOKEN)
                .withPopulation(Population.empty()
                        .withSeed(11)
                        .withIncidents(100)
                        .withEvents(3)
                        .withAudit(60)
                        .withDevices(3)));
        served = Served.in(folder, Map.of("BIRDSONG_INSECURE_CONSOLES", console.host()));
        api = served.admin();
        Map<String, Object> body = new HashMap<>(Api.connector("default", "Ledger", console.host()));
        body.put("active", false);
        connector = api.post(V1 + "connectors", body).text("/_id");
        collect();
    }

    @AfterEach
    final void stop() throws IOException {
        served.close();
        console.close();
    }

    /// Since what is missing was missed.
    final void anHourPasses() {
        update("UPDATE missing_things SET missed_at = missed_at - 3600000");
    }

    /// It is not known any more when positions were looked after.
    final void anotherBoot() {
        update("UPDATE positions SET position = REPLACE(position, '\"session\":\"', '\"session\":\"before ')");
    }

    private void update(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("birdsong.db") + "?busy_timeout=10000");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    final void collect() {
        Api.Answer collected = api.post(V1 + "connectors/" + connector + "/collect?wait=true", "");
        assertThat(collected.status()).as(collected.text()).isEqualTo(200);
    }

    final void rewind(String contentType) {
        Api.Answer back = api.post(
                V1 + "connectors/" + connector + "/rewind", Map.of("content_type", contentType, "to", "start"));
        assertThat(back.status()).as(back.text()).isEqualTo(200);
    }

    final JsonNode reconcile() {
        Api.Answer compared = api.post(V1 + "connectors/" + connector + "/reconcile?wait=true", "");
        assertThat(compared.status()).as(compared.text()).isEqualTo(200);
        return compared.json().path("content_types");
    }

    final JsonNode ledger(String contentType) {
        Api.Answer ledger = api.get(V1 + "connectors/" + connector + "/ledger");
        assertThat(ledger.status()).as(ledger.text()).isEqualTo(200);
        return ledger.json().path("content_types").path(contentType);
    }

    final long stored(String contentType) {
        return ledger(contentType).path("stored").asLong();
    }

    final long found(String query) {
        return search(query).number("/hits/total/value");
    }

    final JsonNode one(String query) {
        return search(query).json().at("/hits/hits/0/_source");
    }

    final Api.Answer search(String query) {
        Api.Answer found = api.post(
                "/connect/api/data/*/_search",
                Map.of("query", Map.of("query_string", Map.of("query", query)), "size", 1, "track_total_hits", true));
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        return found;
    }
}
