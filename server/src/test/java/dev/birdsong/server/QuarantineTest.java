// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Document;
import dev.birdsong.state.State;
import dev.birdsong.testkit.truth.Facts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What could not be read, and what was left out, comes in later.
class QuarantineTest {

    private static final String V1 = "/connect/api/v1/";
    private static final Population SOME =
            Population.small().withIncidents(30).withEvents(2).withAudit(20).withDevices(3);

    @TempDir
    Path folder;

    private SimulatedConsole console;
    private Served served;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        console = SimulatedConsole.start(
                ConsoleSettings.defaults().withToken(Served.CONSOLE_TOKEN).withPopulation(SOME));
        served = Served.in(folder, Map.of("BIRDSONG_INSECURE_CONSOLES", console.host()));
        api = served.admin();
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
        console.close();
    }

    @Test
    void bringsInWhatAnEarlierVersionCouldNotReadAndDoublesNothing() throws IOException {
        String connector = connector(List.of());
        JsonNode shown = Api.JSON.readTree(asked("/api/v1/incidents/all?limit=1000&shrink=false"));
        shown.path("incidents").forEach(incident -> keep(connector, incident.toString()));

        Api.Answer replayed = api.post(connector + "/quarantine/replay", "{}");
        Api.Answer collected = api.post(connector + "/collect?wait=true", "");

        assertThat(replayed.number("/read")).as(replayed.text()).isEqualTo(30);
        assertThat(replayed.number("/unreadable")).isZero();
        assertThat(replayed.number("/created")).isGreaterThan(30);
        assertThat(collected.number("/content_types/incidents/created"))
                .as(collected.text())
                .isZero();
        assertThat(collected.number("/content_types/incidents/unchanged")).isEqualTo(replayed.number("/created"));
        assertThat(api.get(connector + "/quarantine").number("/total")).isZero();
        assertHoldsAll();
    }

    @Test
    void showsWhatCouldNotBeReadAndKeepsItUntilItCan() throws IOException {
        String broken = console.incidentIds().skip(7).findFirst().orElseThrow();
        console.fault(Fault.parse("broken-record=" + broken));
        String connector = connector(List.of());
        api.post(connector + "/collect?wait=true", "");

        Api.Answer list = api.get(connector + "/quarantine");
        String entry = connector + "/quarantine/" + list.text("/data/0/_id");
        Api.Answer one = api.get(entry);
        Api.Answer replayed = api.post(connector + "/quarantine/replay", Map.of("entry", list.text("/data/0/_id")));

        assertThat(list.number("/total")).as(list.text()).isOne();
        assertThat(list.text("/data/0/reason")).contains("stops being JSON");
        assertThat(one.text("/text")).contains(broken);
        assertThat(one.text("/hex")).startsWith("00000000  7b ");
        assertThat(api.get(entry + "/content").text()).contains(broken);
        assertThat(replayed.number("/unreadable")).as(replayed.text()).isOne();
        assertThat(api.get(entry).json().at("/entry/tried_at").isNumber()).isTrue();
        assertThat(api.get(connector + "/quarantine/nothing").status()).isEqualTo(404);
        assertThat(api.post(connector + "/quarantine/replay", Map.of("entry", "nothing"))
                        .status())
                .isEqualTo(400);

        console.clearFaults();
        api.post(connector + "/rewind", Map.of("content_type", "incidents", "to", "start"));
        api.post(connector + "/collect?wait=true", "");
        assertHoldsAll();
    }

    @Test
    void takesWhatIsReadAgainThroughTheFiltersOfToday() throws IOException {
        String connector = connector(List.of());
        JsonNode shown = Api.JSON.readTree(asked("/api/v1/incidents/all?limit=3&shrink=false"));
        shown.path("incidents").forEach(incident -> keep(connector, incident.toString()));
        api.put(connector, Map.of("filter_list", List.of(everything())));

        Api.Answer replayed = api.post(connector + "/quarantine/replay", "{}");

        assertThat(replayed.number("/read")).as(replayed.text()).isEqualTo(3);
        assertThat(replayed.number("/filtered")).isGreaterThan(3);
        assertThat(Facts.ofLake(served.server().parts().lake()).size()).isZero();
    }

    @Test
    void bringsInByARewindWhatWasFilteredOut() throws IOException {
        String connector = connector(List.of(everything()));
        Api.Answer filtered = api.post(connector + "/collect?wait=true", "");
        assertThat(Facts.ofLake(served.server().parts().lake()).size()).isZero();
        assertThat(filtered.number("/content_types/incidents/filtered")).isPositive();

        api.put(connector, Map.of("filter_list", List.of()));
        for (String contentType : List.of("incidents", "audit_trail", "devices")) {
            Api.Answer back = api.post(connector + "/rewind", Map.of("content_type", contentType, "to", "start"));
            assertThat(back.status()).as(back.text()).isEqualTo(200);
        }
        api.post(connector + "/collect?wait=true", "");

        assertHoldsAll();
    }

    private String everything() {
        return api.post(
                        V1 + "log_filters",
                        Map.of(
                                "name",
                                "everything",
                                "cust_id",
                                "all",
                                "conditions",
                                List.of(Map.of("field", "timestamp", "operator", "exists"))))
                .text("/_id");
    }

    /// The address of a new connector that collects only when it is told to.
    private String connector(List<String> filters) {
        Map<String, Object> body = new HashMap<>(Api.connector("default", "birds", console.host()));
        body.put("active", false);
        body.put("filter_list", filters);
        Api.Answer made = api.post(V1 + "connectors", body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return V1 + "connectors/" + made.text("/_id");
    }

    private void keep(String connector, String content) {
        State state = served.server().parts().state();
        String source = state.connectors()
                .find(connector.substring(connector.lastIndexOf('/') + 1), new TenantScope.All())
                .orElseThrow()
                .connector()
                .sourceKey();
        state.quarantine()
                .keep(
                        new StreamKey(source, "incidents"),
                        new Quarantined("id" + content.hashCode(), "an odd one", Document.of(content)));
    }

    private void assertHoldsAll() throws IOException {
        Facts truth = Facts.ofTruth(new ByteArrayInputStream(asked("/_truth").getBytes(StandardCharsets.UTF_8)));
        Facts lake = Facts.ofLake(served.server().parts().lake());
        assertThat(lake.missing(truth)).isEmpty();
        assertThat(truth.missing(lake)).isEmpty();
    }

    private String asked(String path) throws IOException {
        URLConnection connection =
                URI.create("http://" + console.host() + path).toURL().openConnection();
        connection.setRequestProperty("X-Canary-Auth-Token", Served.CONSOLE_TOKEN);
        try (InputStream body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
