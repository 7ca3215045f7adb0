// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LifeTest {

    @Test
    void incidentsComeGrowAndAreAcknowledged() throws Exception {
        try (var running = Running.with()) {
            long known = running.console().maxUpdatedId();
            live(running, 400);
            List<Json> changed = running.incidents("shrink=false&incidents_since=" + known)
                    .at("incidents")
                    .list();
            assertThat(changed).hasSizeGreaterThan(100).anyMatch(i -> is(i, "acknowledged", "True"));
            assertThat(changed).anyMatch(i -> i.at("description.events").list().size() > 4);
            assertThat(changed).anyMatch(i -> is(i, "logtype", "1004"));
            assertThat(changed)
                    .anyMatch(i -> hasEqualEvents(i.at("description.events").list()));
        }
    }

    private static void live(Running running, int steps) {
        for (int i = 0; i < steps; i++) {
            running.console().live(1);
            running.clock().pass(Duration.ofMillis(500));
        }
    }

    private static boolean is(Json incident, String key, String value) {
        return incident.at("description." + key).text().equals(value);
    }

    private static boolean hasEqualEvents(List<Json> events) {
        return Set.copyOf(events).size() < events.size();
    }

    @Test
    void tokensAreEnrichedSomeSecondsLater() throws Exception {
        try (var running = Running.empty()) {
            live(running, 100);
            List<Json> tokens = running.incidents("").at("incidents").list().stream()
                    .filter(i -> i.at("description").has("memo"))
                    .toList();
            List<Json> early = tokens.stream()
                    .filter(i -> i.at("description.events.0").has("geoip"))
                    .toList();
            assertThat(early).isNotEmpty();
            running.clock().pass(Duration.ofSeconds(20));
            running.console().live(1);
            assertThat(enriched(running)).hasSizeGreaterThanOrEqualTo(tokens.size());
        }
    }

    private static Set<String> enriched(Running running) throws java.io.IOException, InterruptedException {
        return running.incidents("").at("incidents").list().stream()
                .filter(i -> i.at("description").has("memo"))
                .filter(i -> i.at("description.events.0").has("geoip"))
                .map(i -> i.at("id").text())
                .collect(Collectors.toSet());
    }

    @Test
    void usersSignInAndDevicesGoDark() throws Exception {
        try (var running = Running.with()) {
            int live = running.client()
                    .json("/api/v1/devices/live")
                    .at("devices")
                    .list()
                    .size();
            live(running, 300);
            assertThat(running.client().truth("audit")).hasSizeGreaterThan(55);
            assertThat(running.client()
                            .json("/api/v1/devices/live")
                            .at("devices")
                            .list())
                    .hasSizeLessThan(live);
        }
    }

    @Test
    void pagingAgreesWithTheTruthAfterALongLife() throws Exception {
        try (var running = Running.with()) {
            live(running, 1_000);
            List<Json> truth = running.client().truth("incident");
            assertThat(running.client().walk("/api/v1/incidents/all?shrink=false", "&", 13))
                    .isEqualTo(truth.stream().map(line -> line.at("incident")).toList());
            List<Json> audit = running.client().truth("audit");
            assertThat(running.client().audit("", 13).reversed())
                    .isEqualTo(audit.stream().map(line -> line.at("audit")).toList());
        }
    }

    @Test
    void oneSeedGivesOneLife() throws Exception {
        try (var one = Running.with();
                var other = Running.with()) {
            live(one, 200);
            live(other, 200);
            assertThat(one.client().get("/_truth").body())
                    .isEqualTo(other.client().get("/_truth").body());
        }
    }

    @Test
    @Timeout(20)
    void livesOfItselfAtItsRate() throws Exception {
        var settings = ConsoleSettings.defaults().withRate(500);
        try (var console = SimulatedConsole.start(settings, InstantSource.system());
                var client = new Client(console)) {
            while (console.incidents() < 1_050) {
                Thread.onSpinWait();
            }
            assertThat(client.json("/api/v1/devices/live")
                            .at("devices.0.last_seen_std")
                            .text())
                    .startsWith(InstantSource.system().instant().toString().substring(0, 10));
        }
    }
}
