// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));
    private final SimulatedConsole console;
    private final Client client;

    FeedTest() throws IOException {
        console = SimulatedConsole.start(ConsoleSettings.defaults(), clock);
        client = new Client(console);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        console.close();
    }

    @Test
    void pingSucceeds() throws Exception {
        assertThat(client.get("/api/v1/ping").body()).isEqualTo("{\"result\":\"success\"}");
    }

    @Test
    void everyIncidentCarriesTheDocumentedFields() throws Exception {
        for (Json incident :
                client.json("/api/v1/incidents/all").at("incidents").list()) {
            assertThat(incident.keys())
                    .containsExactly(
                            "description",
                            "hash_id",
                            "id",
                            "summary",
                            "updated",
                            "updated_id",
                            "updated_std",
                            "updated_time");
            assertThat(incident.at("description").keys())
                    .isSorted()
                    .contains("acknowledged", "created", "created_std", "description", "dst_host", "dst_port", "events")
                    .contains("events_count", "events_list", "flock_id", "flock_name", "local_time", "logtype")
                    .contains("matched_annotations", "name", "node_id", "notified", "src_host", "src_port");
        }
    }

    @Test
    void pagesHoldWhatTheTruthSays() throws Exception {
        List<Json> paged = client.walk("/api/v1/incidents/all?shrink=false", "&", 100);
        List<Json> truth = client.truth("incident");
        assertThat(truth).hasSize(1_000);
        assertThat(paged)
                .isEqualTo(truth.stream().map(line -> line.at("incident")).toList());
    }

    @Test
    void auditPagesHoldWhatTheTruthSaysNewestFirst() throws Exception {
        List<Json> truth = client.truth("audit");
        assertThat(truth).hasSize(500);
        assertThat(client.audit("", 70).reversed())
                .isEqualTo(truth.stream().map(line -> line.at("audit")).toList());
    }

    @Test
    void devicesAreWhatTheTruthSays() throws Exception {
        List<Json> truth = client.truth("device");
        assertThat(truth).hasSize(25);
        assertThat(client.json("/api/v1/devices/all").at("devices").list())
                .isEqualTo(truth.stream().map(line -> line.at("device")).toList());
    }

    @Test
    void hashIdIsTheDigestOfTheId() throws Exception {
        Json incident = client.json("/api/v1/incidents/all?limit=1").at("incidents.0");
        assertThat(incident.at("hash_id").text())
                .isEqualTo(hex("MD5", incident.at("id").text()));
    }

    @Test
    void idsNameTheDeviceByTheStartOfItsDigest() throws Exception {
        for (Json incident :
                client.json("/api/v1/incidents/all?limit=50").at("incidents").list()) {
            String device =
                    hex("SHA-256", incident.at("description.node_id").text()).substring(0, 24);
            assertThat(incident.at("id").text()).contains(":" + device + ":");
        }
    }

    private static String hex(String algorithm, String text) throws NoSuchAlgorithmException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }
}
