// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTest {

    private static List<Long> ids(List<Json> records) {
        return records.stream().map(entry -> entry.at("id").number()).toList();
    }

    private static List<Long> down(long from, long to) {
        return LongStream.rangeClosed(to, from).boxed().toList().reversed();
    }

    @Test
    void recordsCarryTheDocumentedFields() throws Exception {
        try (var running = Running.with()) {
            Json page = running.client().json("/api/v1/audit_trail/fetch?limit=5");
            assertThat(page.keys()).containsExactly("audit_trail", "cursor", "page_count", "page_number", "result");
            assertThat(page.at("page_count").number()).isEqualTo(9);
            assertThat(page.at("audit_trail.0").keys())
                    .contains("action_type", "additional_information", "flock_id", "id", "message", "timestamp")
                    .contains("user", "user_browser_agent", "user_browser_language", "user_ip", "user_access_route");
            assertThat(page.at("cursor").keys()).containsExactly("next", "prev");
            String cursor =
                    new String(Base64.getDecoder().decode(page.at("cursor.next").text()), StandardCharsets.US_ASCII);
            assertThat(cursor).isEqualTo("0:41:5:3:2:9");
        }
    }

    @ParameterizedTest
    @CsvSource({"id", "offset"})
    void pagesShowEveryRecordNewestFirst(String target) throws Exception {
        try (var running = Running.with("cursor-points-at", target)) {
            assertThat(ids(running.client().audit("", 7))).isEqualTo(down(45, 1));
        }
    }

    @Test
    void previousCursorsLeadBack() throws Exception {
        try (var running = Running.with()) {
            Json first = running.client().json("/api/v1/audit_trail/fetch?limit=7");
            String next = "/api/v1/audit_trail/fetch?cursor="
                    + first.at("cursor.next").text();
            Json second = running.client().json(next);
            String previous = "/api/v1/audit_trail/fetch?cursor="
                    + second.at("cursor.prev").text();
            assertThat(ids(running.client().json(previous).at("audit_trail").list()))
                    .isEqualTo(down(45, 39));
        }
    }

    @Test
    void afterIdIsForgottenByTheCursor() throws Exception {
        try (var running = Running.with()) {
            assertThat(ids(running.client().audit("after_id=30", 100))).isEqualTo(down(45, 31));
            assertThat(ids(running.client().audit("after_id=30", 10))).isEqualTo(down(45, 1));
        }
    }

    @Test
    void afterIdCanBeKept() throws Exception {
        try (var running = Running.with("after-id", "kept")) {
            assertThat(ids(running.client().audit("after_id=30", 10))).isEqualTo(down(45, 31));
        }
    }

    @Test
    void afterIdCanBeRefusedBesideACursor() throws Exception {
        try (var running = Running.with("after-id", "refused")) {
            String next = running.client()
                    .json("/api/v1/audit_trail/fetch?after_id=30&limit=5")
                    .at("cursor.next")
                    .text();
            String path = "/api/v1/audit_trail/fetch?cursor=" + next;
            assertThat(running.client().get(path + "&after_id=30").statusCode()).isEqualTo(400);
            assertThat(running.client().get(path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void filtersByActionTermAndDay() throws Exception {
        try (var running = Running.with()) {
            running.console().act("settings_export");
            assertThat(ids(running.client().audit("action_filter=settings_export", 5)))
                    .containsExactly(46L);
            assertThat(ids(running.client().audit("search_term=did%20settings_export", 5)))
                    .containsExactly(46L);
            assertThat(ids(running.client().audit("start_date=2026-11-20", 5)))
                    .startsWith(46L)
                    .hasSizeLessThan(10);
            assertThat(ids(running.client().audit("end_date=2026-11-19", 5)))
                    .doesNotContain(46L)
                    .isNotEmpty();
        }
    }

    @Test
    void newRecordsComeFirstAndShiftNothing() throws Exception {
        try (var running = Running.with()) {
            Json first = running.client().json("/api/v1/audit_trail/fetch?limit=10");
            assertThat(running.console().act()).isEqualTo(46);
            String next = "/api/v1/audit_trail/fetch?cursor="
                    + first.at("cursor.next").text();
            assertThat(ids(running.client().json(next).at("audit_trail").list()))
                    .isEqualTo(down(35, 26));
            assertThat(ids(running.client().audit("", 10))).isEqualTo(down(46, 1));
        }
    }

    @Test
    void aPurgeDeletesUpToAnId() throws Exception {
        try (var running = Running.with()) {
            var purged = running.client().post("/api/v1/audit_trail/purge?id=40", "");
            assertThat(purged.body()).isEqualTo("{\"msg\":\"40 logs purged successfully\",\"result\":\"success\"}");
            assertThat(ids(running.client().audit("", 3))).isEqualTo(down(45, 41));
            assertThat(running.client().truth("audit")).hasSize(5);
        }
    }

    @Test
    void aRestoreGivesIdsAgainToOthers() throws Exception {
        try (var running = Running.with()) {
            Json before =
                    running.client().json("/api/v1/audit_trail/fetch?limit=1").at("audit_trail.0");
            running.console().rewindAudit(44);
            assertThat(running.console().act("flock_move")).isEqualTo(45);
            Json after =
                    running.client().json("/api/v1/audit_trail/fetch?limit=1").at("audit_trail.0");
            assertThat(after.at("id")).isEqualTo(before.at("id"));
            assertThat(after).isNotEqualTo(before);
        }
    }
}
