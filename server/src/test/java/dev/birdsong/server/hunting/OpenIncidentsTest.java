// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.data.SearchSlots;
import dev.birdsong.server.data.Searches;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Role;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.lake.MemoryLake;
import dev.birdsong.testkit.lake.RecordBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpenIncidentsTest {

    private static final Caller EVERYBODY =
            new Caller("1", "ann@example.com", new Access(Role.USER, new TenantScope.All()), "127.0.0.1");
    private static final Schema SCHEMA = InterflowFields.SCHEMA.with(new ThinkstCanary(Path.of("spool")).fields());

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final MemoryLake lake = new MemoryLake(SCHEMA, clock);

    @Test
    void countsEachByItsLastState() {
        told("a", "high", false);
        told("b", "critical", false);
        told("c", "high", false);
        told("d", "", false);
        told("b", "critical", true);
        told("c", "high", true);
        told("c", "high", false);

        assertThat(open())
                .containsEntry("high", 2L)
                .containsEntry("critical", 0L)
                .containsEntry("none", 1L);
    }

    @Test
    void leavesOutWhatIsGoneAtItsConsole() {
        told("a", "high", false);
        told("b", "high", false);
        noted("a", "deleted_at_source");
        noted("b", "deleted_at_source");
        noted("b", "returned_at_source");

        assertThat(open()).containsEntry("high", 1L);
    }

    @Test
    void leavesOutHoweverManyAreGone() {
        for (int i = 0; i < 600; i++) {
            told("i" + i, "low", false);
            if (i > 0) {
                noted("i" + i, "deleted_at_source");
            }
        }

        assertThat(open()).containsEntry("low", 1L);
    }

    private Map<String, Long> open() {
        var searches = new Searches(lake, new SearchSlots(Duration.ZERO), clock);
        return new OpenIncidents(new Records(searches, JsonMapper.shared()), EVERYBODY).bySeverity();
    }

    private void told(String incident, String severity, boolean acknowledged) {
        RecordBuilder state = record(incident + lake.records().size())
                .with("record_type", "incident")
                .with(
                        "thinkst_canary",
                        Map.of(
                                "incident",
                                Map.of(
                                        "id",
                                        incident,
                                        "description",
                                        Map.of("acknowledged", acknowledged ? "True" : "False"))));
        clock.advance(Duration.ofSeconds(1));
        lake.put(List.of((severity.isEmpty() ? state : state.with("severity", severity)).build()));
    }

    private void noted(String incident, String kind) {
        clock.advance(Duration.ofSeconds(1));
        lake.put(List.of(record(kind + incident)
                .with("record_type", kind)
                .with("thinkst_canary", Map.of("incident", Map.of("id", incident)))
                .build()));
    }
}
