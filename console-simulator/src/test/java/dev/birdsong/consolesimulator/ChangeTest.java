// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {

    private static long updatedId(Json incident) {
        return incident.at("updated_id").number();
    }

    @Test
    void growingGivesANewUpdatedIdForEachEvent() throws Exception {
        try (var running = Running.with()) {
            String id = running.console().incidentIds().toList().get(10);
            Json before = running.incident(id);
            long known = running.console().maxUpdatedId();
            running.clock().pass(Duration.ofSeconds(5));
            running.console().append(id, 4);
            Json after = running.incident(id);
            assertThat(updatedId(after)).isEqualTo(known + 4);
            long count = Long.parseLong(before.at("description.events_count").text());
            assertThat(after.at("description.events_count").text()).isEqualTo(String.valueOf(count + 4));
            assertThat(after.at("description.events").list().subList(0, (int) count))
                    .isEqualTo(before.at("description.events").list());
            assertThat(after.at("updated_time").text())
                    .isEqualTo(String.valueOf(running.clock().instant().getEpochSecond()));
            assertThat(running.client().truth("incident")).hasSize(50);
        }
    }

    @Test
    void acknowledgingGivesANewUpdatedId() throws Exception {
        try (var running = Running.with()) {
            String id = running.console().attackOf(4002);
            long known = running.console().maxUpdatedId();
            String query = java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8);
            var answer = running.client().post("/api/v1/incident/acknowledge?incident=" + query, "");
            assertThat(Json.parse(answer.body()).at("key").text()).isEqualTo(id);
            assertThat(running.incident(id).at("description.acknowledged").text())
                    .isEqualTo("True");
            assertThat(updatedId(running.incident(id))).isEqualTo(known + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge-bumps=false", "silent-mutation=true"})
    void acknowledgingCanGoWithoutANewUpdatedId(String choice) throws Exception {
        String[] named = choice.split("=", 2);
        try (var running = Running.with(named)) {
            String id = running.console().incidentIds().toList().get(10);
            Json before = running.incident(id);
            running.console().acknowledge(id);
            running.console().unacknowledge(id);
            Json after = running.incident(id);
            assertThat(after.at("description.acknowledged").text()).isEqualTo("False");
            assertThat(updatedId(after)).isEqualTo(updatedId(before));
            assertThat(running.console().incidentIds().toList().get(10)).isEqualTo(id);
        }
    }

    @Test
    void enrichmentChangesTheOldEventsOfTokens() throws Exception {
        try (var running = Running.with()) {
            String id = running.console().attackOf(17000);
            Json before = running.incident(id).at("description.events.0");
            assertThat(running.console().enrich(id)).isTrue();
            Json after = running.incident(id).at("description.events.0");
            Set<String> added = new HashSet<>(after.keys());
            before.keys().forEach(added::remove);
            assertThat(added).containsExactlyInAnyOrder("geoip", "ip_blocklist", "scanner");
            assertThat(before.keys()).allMatch(key -> before.at(key).equals(after.at(key)));
        }
    }

    @Test
    void birdsAreNeverEnrichedNorIsAnybodyWhereSwitchedOff() throws Exception {
        try (var running = Running.with()) {
            assertThat(running.console().enrich(running.console().attackOf(4002)))
                    .isFalse();
            running.console().set("enrichment-changes-events", "false");
            assertThat(running.console().enrich(running.console().attackOf(17000)))
                    .isFalse();
        }
    }

    @Test
    void equalEventsAreShrunkAndCounted() throws Exception {
        try (var running = Running.with()) {
            String id = running.console().attackOf(2000);
            running.console().repeat(id);
            running.console().repeat(id);
            Json whole = running.incident(id).at("description");
            assertThat(whole.at("events").list()).hasSize(3);
            assertThat(Set.copyOf(whole.at("events").list())).hasSize(1);
            String since = "incidents_since=" + (running.console().maxUpdatedId() - 1);
            Json shrunk = running.incidents(since).at("incidents.0.description");
            assertThat(shrunk.at("events").list()).hasSize(1);
            assertThat(shrunk.at("events_count").text()).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "last"})
    void eventLimitKeepsTheChosenEnd(String end) throws Exception {
        try (var running = Running.with("event-limit-keeps", end)) {
            String id = running.console().attackOf(4002);
            running.console().append(id, "{\"USERNAME\":\"last\",\"timestamp\":1}");
            List<Json> all = running.incident(id).at("description.events").list();
            String query = "event_limit=1&incidents_since=" + (running.console().maxUpdatedId() - 1);
            Json cut = running.incidents(query).at("incidents.0.description");
            assertThat(cut.at("events").list()).containsExactly(end.equals("first") ? all.getFirst() : all.getLast());
            assertThat(cut.at("events_count").text()).isEqualTo("2");
        }
    }

    @Test
    void deletedIncidentsVanish() throws Exception {
        try (var running = Running.with()) {
            List<String> ids = running.console().incidentIds().toList();
            String fresh = running.console().attackOf(4002);
            assertThat(running.console().delete(ids.get(7))).isTrue();
            assertThat(running.console().delete(fresh)).isTrue();
            assertThat(running.console().delete(fresh)).isFalse();
            assertThat(running.walk(7)).hasSize(49).doesNotContain(ids.get(7), fresh);
            assertThat(running.console().incidents()).isEqualTo(49);
        }
    }

    @Test
    void onlyAcknowledgedIncidentsAreDeletedByTheApi() throws Exception {
        try (var running = Running.with()) {
            String id = running.console().attackOf(2000);
            var client = running.client();
            var body = java.net.http.HttpRequest.BodyPublishers.ofString("incident=" + id);
            var request = client.request("/api/v1/incident/delete")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method("DELETE", body)
                    .build();
            assertThat(client.send(request).statusCode()).isEqualTo(400);
            running.console().acknowledge(id);
            assertThat(Json.parse(client.send(request).body()).at("action").text())
                    .isEqualTo("deleted");
            assertThat(running.console().incidents()).isEqualTo(50);
        }
    }

    @Test
    void aMigrationLowersEveryUpdatedId() throws Exception {
        try (var running = Running.with()) {
            running.console().attack(3);
            List<String> before = running.console().incidentIds().toList();
            long checkpoint = running.console().maxUpdatedId();
            running.console().renumber();
            assertThat(running.console().maxUpdatedId()).isEqualTo(53).isLessThan(checkpoint);
            assertThat(running.console().incidentIds().toList()).isEqualTo(before);
            assertThat(running.walk(9)).isEqualTo(before);
        }
    }

    @Test
    void aRestoredBackupGivesUpdatedIdsAgain() throws Exception {
        try (var running = Running.with()) {
            List<String> before = running.console().incidentIds().toList();
            String lost = running.console().attackOf(4002);
            long given = running.console().maxUpdatedId();
            running.console().rewind();
            assertThat(running.console().incidentIds().toList())
                    .isEqualTo(before)
                    .doesNotContain(lost);
            running.clock().pass(Duration.ofSeconds(1));
            assertThat(updatedId(running.incident(running.console().attackOf(2000))))
                    .isEqualTo(given);
        }
    }

    @Test
    void lateIdsAreShownAfterSomeRequests() throws Exception {
        try (var running = Running.with("late-share", "1", "late-requests", "3")) {
            String late = running.console().attackOf(4002);
            running.console().set("late-share", "0");
            String prompt = running.console().attackOf(2000);
            assertThat(running.walk(100)).contains(prompt).doesNotContain(late);
            assertThat(running.console().hidden()).isEqualTo(1);
            assertThat(running.walk(100)).doesNotContain(late);
            List<String> then = running.walk(100);
            assertThat(then.indexOf(late)).isEqualTo(then.indexOf(prompt) - 1).isNotNegative();
        }
    }

    @Test
    void lateIdsAreShownAfterSomeTime() throws Exception {
        try (var running = Running.with("late-share", "1", "late-requests", "0", "late-time", "2s")) {
            String incident = running.console().attackOf(4002);
            long audit = running.console().act();
            assertThat(running.walk(100)).doesNotContain(incident);
            running.clock().pass(Duration.ofSeconds(2));
            assertThat(running.walk(100)).contains(incident);
            assertThat(running.client()
                            .json("/api/v1/audit_trail/fetch?limit=1")
                            .at("audit_trail.0.id")
                            .number())
                    .isEqualTo(audit);
        }
    }

    @Test
    void anIncidentOfManyEventsIsStreamed() throws Exception {
        try (var running = Running.empty()) {
            String id = running.console().attackOf(4002);
            running.console().append(id, 199_999);
            int length = 0;
            try (var body = running.client().stream("/api/v1/incidents/all?shrink=false")
                    .body()) {
                var buffer = new byte[1 << 16];
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    length += read;
                }
            }
            assertThat(length).isGreaterThan(200_000 * 200);
        }
    }

    @Test
    void aFetchedIncidentIsFlat() throws Exception {
        try (var running = Running.with()) {
            String id = running.console().attackOf(6001);
            Json shown = running.incident(id);
            String path = "/api/v1/incident/fetch?shrink=false&hash_id="
                    + shown.at("hash_id").text();
            Json fetched = running.client().json(path).at("incident");
            assertThat(fetched.at("id").text()).isEqualTo(id);
            assertThat(fetched.at("events")).isEqualTo(shown.at("description.events"));
            assertThat(fetched.has("updated_id")).isFalse();
            assertThat(running.client()
                            .get("/api/v1/incident/fetch?incident=none")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void devicesFallSilentMoveAndAreRenamed() throws Exception {
        try (var running = Running.with()) {
            String id = running.console().deviceIds().getFirst();
            running.clock().pass(Duration.ofMinutes(1));
            running.console().device(id, false);
            running.console().renameDevice(id, "renamed");
            running.console().moveDevice(id, "10.99.1.2");
            Json dead = running.client().json("/api/v1/devices/dead").at("devices").list().stream()
                    .filter(device -> device.at("id").text().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(dead.at("name").text()).isEqualTo("renamed");
            assertThat(dead.at("subnet").text()).isEqualTo("10.99.1.0/24");
            assertThat(dead.at("last_seen").text()).isEqualTo("Fri Nov 20 2026 10:01:00 GMT+0000 (UTC)");
            running.console().device(id, true);
            Json live = running.client().json("/api/v1/devices/live");
            assertThat(live.at("devices.0.id").text()).isEqualTo(id);
            assertThat(live.at("feed").text()).isEqualTo("Live Devices");
        }
    }
}
