// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is older than the start of a connector is not handed over, and nothing else is missing.
class StartTest {

    private static final StartFrom START =
            new StartFrom(Instant.parse("2025-01-01T00:00:00Z").toEpochMilli());
    private static final long BEFORE = Instant.parse("2024-12-31T23:59:59Z").getEpochSecond();
    private static final long AFTER = BEFORE + 1;

    @TempDir
    private Path folder;

    @Test
    void leavesOutIncidentsThatWereLastUpdatedBefore() throws Exception {
        Run run = run(
                "incidents",
                answer("incidents", incident(1, BEFORE), incident(2, AFTER), incident(3, BEFORE), incident(4, AFTER)));

        run.round();

        assertThat(run.facts())
                .contains("inc-2@2", "inc-4@4")
                .noneMatch(fact -> fact.startsWith("inc-1@") || fact.startsWith("inc-3@"));
        assertThat(Marks.of(run.state().part("marks")).position()).isEqualTo(4);
    }

    @Test
    void bringsAnIncidentWithItsOlderEvents() throws Exception {
        Run run = run("incidents", answer("incidents", incident(2, AFTER)));

        run.round();

        assertThat(run.records())
                .hasSize(2)
                .anySatisfy(record -> assertThat(record.document().json())
                        .contains("\"record_type\":\"event\"", "\"timestamp\":" + BEFORE));
    }

    @Test
    void bringsWhatHasNoTimeToGoBy() throws Exception {
        Run incidents = run("incidents", answer("incidents", incident(1, 0)));
        Run audit = run("audit_trail", answer("audit_trail", audit(2, "yesterday"), audit(1, "1970-01-01 00:00:07")));

        incidents.round();
        audit.round();

        assertThat(incidents.facts()).contains("inc-1@1");
        assertThat(audit.facts()).containsExactlyInAnyOrder("act-1@1", "act-2@2");
    }

    @Test
    void readsTheAuditTrailToItsEndThoughAClockWasSetBack() throws Exception {
        Run run = run(
                "audit_trail",
                answer(
                        "audit_trail",
                        audit(4, "2025-06-01 10:00:00"),
                        audit(3, "2024-12-31 23:59:59 UTC+0000"),
                        audit(2, "2025-01-01 00:00:00 UTC+0000"),
                        audit(1, "2024-01-01 00:00:00")));

        run.round();

        assertThat(run.facts()).containsExactlyInAnyOrder("act-4@4", "act-2@2");
    }

    @Test
    void showsDevicesWhateverTheirAge() throws Exception {
        Run run = run("devices", answer("devices", "{\"id\":\"0002f07cb32d45b1\",\"last_seen\":\"" + BEFORE + "\"}"));

        run.round();

        assertThat(run.records()).hasSize(2);
    }

    private Run run(String contentType, String answer) {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
        ScriptedOutbound outbound = new ScriptedOutbound(uri -> ScriptedOutbound.json(200, answer));
        Connection connection =
                new Connection(Run.ORIGIN, "console.example", new Secret("sesame"), outbound, clock.time());
        return new Run(contentType, connection.from(START), folder);
    }

    private static String answer(String list, String... elements) {
        return Stream.of(elements).collect(Collectors.joining(",", "{\"" + list + "\":[", "],\"result\":\"success\"}"));
    }

    private static String incident(long id, long updated) {
        return "{\"description\":{\"created\":\"" + BEFORE + "\",\"events\":[{\"timestamp\":" + BEFORE
                + "}],\"logtype\":\"4002\"},\"id\":\"inc-" + id + "\",\"updated_id\":" + id + ",\"updated_time\":\""
                + updated + "\"}";
    }

    private static String audit(long id, String time) {
        return "{\"id\":" + id + ",\"message\":\"act-" + id + "\",\"timestamp\":\"" + time + "\"}";
    }
}
