// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchesTest {

    @ParameterizedTest
    @ValueSource(ints = {401, 200, 403})
    void aBadTokenIsRefusedWithTheChosenStatus(int status) throws Exception {
        try (var running = Running.with("bad-token-status", String.valueOf(status))) {
            var client = running.client();
            var byHeader = client.send(client.request("/api/v1/ping")
                    .setHeader("X-Canary-Auth-Token", "wrong")
                    .build());
            assertThat(byHeader.statusCode()).isEqualTo(status);
            assertThat(byHeader.body()).isEqualTo("{\"message\":\"Unauthorized\",\"result\":\"error\"}");
            try (var plain = java.net.http.HttpClient.newHttpClient()) {
                var request = client.request("/api/v1/ping?auth_token=wrong").build();
                var bare = java.net.http.HttpRequest.newBuilder(request.uri()).build();
                assertThat(plain.send(bare, BodyHandlers.ofString()).body())
                        .isEqualTo("{\"message\":\"Invalid auth_token\",\"result\":\"error\"}");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"role-refused,403", "api-disabled,200"})
    void aKeyCanBeRefused(String access, int status) throws Exception {
        try (var running = Running.with("access", access, "refusal-status", String.valueOf(status))) {
            var answer = running.client().get("/api/v1/audit_trail/fetch");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(Json.parse(answer.body()).at("result").text()).isEqualTo("error");
        }
    }

    @Test
    void largeLimitsAreCut() throws Exception {
        try (var running = Running.with("maximum-limit", "20")) {
            assertThat(running.incidents("limit=100").at("incidents").list()).hasSize(20);
            assertThat(running.client()
                            .json("/api/v1/audit_trail/fetch")
                            .at("audit_trail")
                            .list())
                    .hasSize(20);
            assertThat(running.walk(100)).hasSize(50).doesNotHaveDuplicates();
        }
    }

    @Test
    void limitsCanBeIgnored() throws Exception {
        try (var running = Running.with("ignore-limit", "true")) {
            assertThat(running.incidents("limit=5").at("incidents").list()).hasSize(50);
            assertThat(running.client()
                            .json("/api/v1/audit_trail/fetch?limit=5")
                            .at("audit_trail")
                            .list())
                    .hasSize(45);
        }
    }

    @Test
    void cursorsGrowOld() throws Exception {
        try (var running = Running.with("cursor-lifetime", "10m")) {
            String query =
                    "cursor=" + running.incidents("limit=5").at("cursor.next").text();
            running.clock().pass(Duration.ofMinutes(9));
            assertThat(running.incidents(query).at("result").text()).isEqualTo("success");
            running.clock().pass(Duration.ofMinutes(2));
            assertThat(running.incidents(query).at("message").text()).isEqualTo("The cursor has expired");
        }
    }

    @Test
    void cursorsCanBeExpiredAtOnceAndAreGivenAnew() throws Exception {
        try (var running = Running.with()) {
            String query =
                    "cursor=" + running.incidents("limit=5").at("cursor.next").text();
            running.console().expireCursors();
            assertThat(running.client().get("/api/v1/incidents/all?" + query).statusCode())
                    .isEqualTo(400);
            assertThat(running.walk(5)).hasSize(50);
        }
    }

    @ParameterizedTest
    @CsvSource({"nulls", "absent", "null"})
    void theLastCursorLooksAsChosen(String look) throws Exception {
        try (var running = Running.with("last-page-cursor", look, "unpaged-cursor", look)) {
            for (Json page : List.of(running.incidents("limit=50"), running.incidents(""))) {
                assertThat(page.has("cursor")).isEqualTo(!look.equals("absent"));
                assertThat(page.has("cursor") && page.at("cursor").isNull()).isEqualTo(look.equals("null"));
            }
        }
    }

    @Test
    void theLastCursorKeepsItsWayBackBeforeTheNulls() throws Exception {
        try (var running = Running.with()) {
            assertThat(running.incidents("limit=50").at("cursor").keys())
                    .containsExactly("next", "next_link", "prev", "prev_link");
            assertThat(running.incidents("").has("cursor")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page,page-s,absent",
        "page-or-null,page-s,null",
        "console,console-s,console-s",
        "null,null,null",
        "absent,absent,absent"
    })
    void maxUpdatedIdTellsWhatIsChosen(String choice, String onPage, String onEmpty) throws Exception {
        try (var running = Running.with("max-updated-id", choice)) {
            Json page = running.incidents("limit=5");
            Json empty = running.incidents("limit=5&incidents_since=999999");
            long ofPage = page.at("incidents.4.updated_id").number();
            long ofConsole = running.console().maxUpdatedId();
            assertThat(told(page, ofPage, ofConsole)).isEqualTo(onPage);
            assertThat(told(empty, ofPage, ofConsole)).isEqualTo(onEmpty);
        }
    }

    private static String told(Json page, long ofPage, long ofConsole) {
        if (!page.has("max_updated_id")) {
            return "absent";
        }
        Json told = page.at("max_updated_id");
        return told.isNull()
                ? "null"
                : told.number() == ofPage ? "page-s" : told.number() == ofConsole ? "console-s" : "?";
    }

    @ParameterizedTest
    @CsvSource({"array,true", "null,true", "absent,false"})
    void emptyIncidentsLookAsChosen(String look, boolean there) throws Exception {
        try (var running = Running.with("empty-incidents", look)) {
            Json empty = running.incidents("incidents_since=999999");
            assertThat(empty.has("incidents")).isEqualTo(there);
            assertThat(there && empty.at("incidents").isNull()).isEqualTo(look.equals("null"));
            assertThat(empty.at("updated").text()).isEqualTo("Sat, 01 Jan 2000 00:00:00 GMT");
            assertThat(empty.at("updated_std").text()).isEqualTo("1999-12-31 22:00:00 UTC+0000");
            assertThat(empty.at("updated_timestamp").number()).isEqualTo(946_677_600);
        }
    }

    @Test
    void devicesTellTheirFlockOnlyWhenChosen() throws Exception {
        try (var with = Running.with("device-flock", "true");
                var without = Running.with()) {
            assertThat(with.client().json("/api/v1/devices/all").at("devices.0").has("flock_id"))
                    .isTrue();
            assertThat(without.client()
                            .json("/api/v1/devices/all")
                            .at("devices.0")
                            .has("flock_id"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {22001, 22011})
    void rollBacksHaveTheChosenLogType(int logtype) throws Exception {
        try (var running = Running.with("rollback-logtype", String.valueOf(logtype))) {
            String id = running.console().attackOf(22001);
            assertThat(running.incident(id).at("description.logtype").text()).isEqualTo(String.valueOf(logtype));
        }
    }

    @Test
    void descriptionsCanHaveNativeTypes() throws Exception {
        try (var running = Running.with("native-types", "true")) {
            Json description = running.incidents("limit=1").at("incidents.0.description");
            assertThat(description.at("acknowledged").value()).isInstanceOf(Boolean.class);
            assertThat(description.at("notified").value()).isEqualTo(false);
            assertThat(description.at("created").value()).isInstanceOf(Long.class);
            assertThat(description.at("logtype").value()).isInstanceOf(Long.class);
            assertThat(description.at("events_count").value()).isInstanceOf(Long.class);
        }
    }

    @Test
    void keysComeInReverseWhereChosen() throws Exception {
        try (var running = Running.with("key-order", "reverse");
                var usual = Running.with()) {
            Json page = running.incidents("limit=3");
            assertThat(page.keys()).isEqualTo(usual.incidents("limit=3").keys().reversed());
            assertThat(page.at("incidents.0").keys()).startsWith("updated_time").endsWith("description");
            assertThat(page.at("incidents.0.description").keys()).isSortedAccordingTo((a, b) -> b.compareTo(a));
            assertThat(page.at("incidents"))
                    .isEqualTo(usual.incidents("limit=3").at("incidents"));
        }
    }

    @Test
    void answersArePackedForWhoTakesItUnlessSwitchedOff() throws Exception {
        try (var running = Running.with()) {
            var client = running.client();
            var request = client.request("/api/v1/incidents/all")
                    .header("Accept-Encoding", "gzip")
                    .build();
            try (var plain = java.net.http.HttpClient.newHttpClient()) {
                byte[] packed = plain.send(request, BodyHandlers.ofByteArray()).body();
                try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                    assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo(client.get("/api/v1/incidents/all").body());
                }
                running.console().set("gzip", "false");
                assertThat(plain.send(request, BodyHandlers.ofString()).body()).startsWith("{");
            }
        }
    }

    @Test
    void hostileContentIsStillJson() throws Exception {
        try (var running = Running.with("hostile", "true")) {
            List<String> ids = running.console().attack(500);
            ids.forEach(id -> running.console().append(id, 20));
            String body = running.client().get("/api/v1/incidents/all").body();
            assertThat(Json.parse(body).at("incidents").list()).hasSize(550);
            assertThat(body)
                    .contains("<script>", "\\u0000", "\\u202e", "\\ud800 lone")
                    .hasSizeGreaterThan(2_000_000);
        }
    }
}
