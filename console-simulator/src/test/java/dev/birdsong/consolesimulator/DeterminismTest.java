// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    @Test
    void oneSeedGivesOnePopulation() throws Exception {
        try (var one = Running.with();
                var other = Running.with()) {
            assertThat(one.client().get("/_truth").body())
                    .isEqualTo(other.client().get("/_truth").body());
        }
    }

    @Test
    void anotherSeedGivesAnotherPopulation() throws Exception {
        var settings = ConsoleSettings.defaults();
        try (var one = Running.of(settings);
                var other =
                        Running.of(settings.withPopulation(Population.small().withSeed(2)))) {
            var ids = new HashSet<>(one.console().incidentIds().toList());
            assertThat(other.console().incidentIds()).doesNotContainAnyElementsOf(ids);
        }
    }

    @Test
    void aStaticConsoleStandsStillWhileTimePasses() throws Exception {
        try (var running = Running.with()) {
            String before = running.client().get("/_truth").body();
            String devices = running.client().get("/api/v1/devices/all").body();
            running.clock().pass(Duration.ofHours(3));
            assertThat(running.client().get("/_truth").body()).isEqualTo(before);
            assertThat(running.client().get("/api/v1/devices/all").body()).isEqualTo(devices);
        }
    }

    @Test
    void aGivenEndHoldsWhateverTheClock() throws Exception {
        var settings = ConsoleSettings.defaults()
                .withPopulation(Population.small().withUntil(Instant.parse("2026-03-01T00:00:00Z")));
        try (var running = Running.of(settings)) {
            Json newest = running.incidents("").at("incidents.999");
            assertThat(newest.at("updated_std").text()).startsWith("2026-02-28 23:5");
        }
    }

    @Test
    void idsAreUniqueInALargePopulation() throws Exception {
        var settings = ConsoleSettings.defaults()
                .withPopulation(Population.small().withIncidents(200_000).withDevices(5));
        try (var running = Running.of(settings)) {
            var ids = new HashSet<String>();
            running.console().incidentIds().forEach(ids::add);
            assertThat(ids).hasSize(200_000);
        }
    }

    @Test
    void attacksInOneSecondHaveIdsOfTheirOwn() throws Exception {
        try (var running = Running.empty()) {
            assertThat(running.console().attack(5_000)).doesNotHaveDuplicates();
        }
    }

    @Test
    void millionsOfIncidentsCostNothingUntilTheyAreRead() throws Exception {
        var settings = ConsoleSettings.defaults()
                .withPopulation(Population.small().withIncidents(5_000_000).withAudit(5_000_000));
        try (var running = Running.of(settings)) {
            Json page = running.incidents("limit=2");
            assertThat(page.at("incidents").list()).hasSize(2);
            String near = "incidents_since=" + (running.console().maxUpdatedId() - 20);
            assertThat(running.incidents(near).at("incidents").list()).hasSize(5);
            assertThat(running.client()
                            .json("/api/v1/audit_trail/fetch?limit=1")
                            .at("page_count")
                            .number())
                    .isEqualTo(5_000_000);
        }
    }

    @Test
    void theTruthCanBeBrief() throws Exception {
        try (var running = Running.with()) {
            var lines = running.client()
                    .get("/_truth?brief=true")
                    .body()
                    .lines()
                    .map(Json::parse)
                    .toList();
            assertThat(lines).hasSize(50 + 45 + 25 + 1);
            assertThat(lines.getFirst().keys()).containsExactly("events_count", "id", "kind", "updated_id");
            Json summary = lines.getLast();
            assertThat(summary.at("kind").text()).isEqualTo("summary");
            assertThat(summary.at("incidents").number()).isEqualTo(50);
            long events = lines.stream()
                    .filter(line -> line.has("events_count"))
                    .mapToLong(line -> line.at("events_count").number())
                    .sum();
            assertThat(summary.at("events").number()).isEqualTo(events).isBetween(100L, 150L);
        }
    }
}
