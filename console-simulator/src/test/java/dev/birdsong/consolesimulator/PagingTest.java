// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @ParameterizedTest
    @CsvSource({
        "ascending,id,7", "descending,id,7", "reversed,id,7", "ascending,offset,7", "descending,offset,7",
        "reversed,offset,7", "ascending,id,1", "descending,id,50", "ascending,id,51", "ascending,offset,25"
    })
    void everyPageOrderShowsEachIncidentOnce(String order, String target, int limit) throws Exception {
        try (var running = Running.with("page-order", order, "cursor-points-at", target)) {
            List<String> ids = running.console().incidentIds().toList();
            assertThat(running.walk(limit)).hasSize(50).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void descendingPagesAreTheAscendingOnesTurnedRound() throws Exception {
        try (var running = Running.with("page-order", "descending")) {
            List<String> ids = running.console().incidentIds().toList();
            assertThat(running.walk(7)).isEqualTo(ids.reversed());
        }
    }

    @Test
    void reversedPagesAscendWithinThemselves() throws Exception {
        try (var running = Running.with("page-order", "reversed")) {
            List<String> ids = running.console().incidentIds().toList();
            assertThat(running.walk(10).subList(0, 10)).isEqualTo(ids.subList(40, 50));
        }
    }

    @Test
    void cursorsAreEightNumbersInBase64() throws Exception {
        try (var running = Running.with()) {
            List<Json> all = running.incidents("").at("incidents").list();
            long first = all.get(0).at("updated_id").number();
            long fifth = all.get(5).at("updated_id").number();
            long last = all.getLast().at("updated_id").number();
            assertThat(decoded(running.incidents("limit=5").at("cursor.next")))
                    .isEqualTo(fifth + ":" + first + ":" + last + ":5:2:0:2:10");
        }
    }

    private static String decoded(Json cursor) {
        return new String(Base64.getDecoder().decode(cursor.text()), StandardCharsets.US_ASCII);
    }

    @Test
    void previousCursorsLeadBack() throws Exception {
        try (var running = Running.with()) {
            Json first = running.incidents("limit=7");
            Json second = running.incidents("cursor=" + first.at("cursor.next").text());
            Json back = running.incidents("cursor=" + second.at("cursor.prev").text());
            assertThat(back.at("incidents")).isEqualTo(first.at("incidents"));
            assertThat(first.at("cursor.prev").isNull()).isTrue();
        }
    }

    @Test
    void nextLinksTellTheTokenAndRepeatFilters() throws Exception {
        try (var running = Running.with()) {
            String link = running.incidents("limit=5&shrink=false")
                    .at("cursor.next_link")
                    .text();
            assertThat(link)
                    .startsWith("http://" + running.console().host() + "/api/v1/incidents/all?cursor=")
                    .contains("auth_token=" + Client.TOKEN)
                    .endsWith("&shrink=false");
        }
    }

    @Test
    void incidentsSinceLeavesOutWhatIsKnown() throws Exception {
        try (var running = Running.with()) {
            List<Json> all = running.incidents("").at("incidents").list();
            String since = "incidents_since=" + all.get(29).at("updated_id").text();
            assertThat(running.incidents(since).at("incidents").list()).isEqualTo(all.subList(30, 50));
            assertThat(running.client().walk("/api/v1/incidents/all?" + since, "&", 3))
                    .isEqualTo(all.subList(30, 50));
            assertThat(decoded(running.incidents(since + "&limit=3").at("cursor.next")))
                    .endsWith(":2:7");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, Long.MAX_VALUE})
    void nothingIsNewerThanAFarCheckpoint(long since) throws Exception {
        try (var running = Running.with()) {
            Json page = running.incidents("limit=5&incidents_since=" + since);
            assertThat(page.at("incidents").list()).isEmpty();
            assertThat(page.at("cursor.next").isNull()).isTrue();
        }
    }

    @Test
    void statesShareOutTheIncidents() throws Exception {
        try (var running = Running.with()) {
            List<Json> open = running.client().walk("/api/v1/incidents/unacknowledged", "?", 4);
            List<Json> done = running.client().walk("/api/v1/incidents/acknowledged", "?", 4);
            assertThat(open.size() + done.size()).isEqualTo(50);
            assertThat(open)
                    .isNotEmpty()
                    .allMatch(i -> i.at("description.acknowledged").text().equals("False"));
            assertThat(done)
                    .isNotEmpty()
                    .allMatch(i -> i.at("description.acknowledged").text().equals("True"));
        }
    }

    @Test
    void filtersByTimeNodeAndFlock() throws Exception {
        try (var running = Running.with()) {
            List<Json> all = running.incidents("").at("incidents").list();
            Json some = all.get(20).at("description");
            String created = some.at("created_std").text().substring(0, 19).replace(' ', '-');
            assertThat(running.incidents("newer_than=" + created)
                            .at("incidents")
                            .list())
                    .isEqualTo(all.subList(21, 50));
            assertThat(running.incidents("older_than=" + created)
                            .at("incidents")
                            .list())
                    .isEqualTo(all.subList(0, 20));
            String node = some.at("node_id").text();
            assertThat(running.incidents("node_id=" + node).at("incidents").list())
                    .isNotEmpty()
                    .allMatch(i -> i.at("description.node_id").text().equals(node));
            String flock = some.at("flock_id").text();
            assertThat(running.incidents("flock_id=" + flock).at("incidents").list())
                    .isNotEmpty()
                    .allMatch(i -> i.at("description.flock_id").text().equals(flock));
        }
    }

    @Test
    void anIncidentUpdatedWhilePagedComesWithTheNextPoll() throws Exception {
        try (var running = Running.with()) {
            Json first = running.incidents("limit=25");
            long known = running.console().maxUpdatedId();
            String grown = running.console().incidentIds().toList().get(40);
            running.console().append(grown, 1);
            Json second = running.incidents("cursor=" + first.at("cursor.next").text());
            assertThat(second.at("incidents").list())
                    .hasSize(24)
                    .noneMatch(i -> i.at("id").text().equals(grown));
            assertThat(running.incidents("incidents_since=" + known)
                            .at("incidents")
                            .list())
                    .singleElement()
                    .matches(i -> i.at("id").text().equals(grown));
        }
    }

    @Test
    void rowsShiftUnderACursorThatIsAnOffset() throws Exception {
        try (var running = Running.with("cursor-points-at", "offset")) {
            List<String> before = running.console().incidentIds().toList();
            Json first = running.incidents("limit=10");
            running.console().append(before.get(3), 1);
            Json second = running.incidents("cursor=" + first.at("cursor.next").text());
            assertThat(second.at("incidents.0.id").text()).isEqualTo(before.get(11));
        }
    }

    @ParameterizedTest
    @CsvSource({"cursor=nonsense", "cursor=MTI6MTM=", "limit=0", "limit=many", "incidents_since=x", "newer_than=today"})
    void whatCannotBeReadIsRefused(String query) throws Exception {
        try (var running = Running.with()) {
            var answer = running.client().get("/api/v1/incidents/all?" + query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Json.parse(answer.body()).at("result").text()).isEqualTo("error");
        }
    }
}
