// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.testkit.truth.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A connector that is paused in the middle of a long walk stops soon, and misses nothing for it.
class PausedWalkTest {

    private static final Population MUCH = Population.small()
            .withIncidents(8_000)
            .withEvents(0)
            .withAudit(2_000)
            .withDevices(5);

    @TempDir
    Path folder;

    @Test
    void endsCleanlyAndCollectsEverythingAfterwards() throws IOException {
        ConsoleSettings settings =
                ConsoleSettings.defaults().withToken(Served.CONSOLE_TOKEN).withPopulation(MUCH);
        try (SimulatedConsole console = SimulatedConsole.start(settings);
                Served served = Served.in(folder, Map.of("BIRDSONG_INSECURE_CONSOLES", console.host()))) {
            console.fault(Fault.always(new Effect.Delay(Duration.ofSeconds(2))));
            Api api = served.admin();
            String path = "/connect/api/v1/connectors/"
                    + api.post("/connect/api/v1/connectors", Api.connector("default", "long", console.host()))
                            .text("/_id");
            Patience.until("a page was stored", () -> stored(api) > 900);

            api.put(path, Map.of("active", false));
            Patience.until("no round runs", Duration.ofSeconds(15), () -> !isRunning(api, path));
            JsonNode paused = api.get(path).json().path("status");
            long half = stored(api);
            console.attack(10);
            console.clearFaults();
            api.put(path, Map.of("active", true));

            Patience.until("the walks went on to their ends", () -> isComplete(api, path));
            api.post(path + "/collect?wait=true", "");
            assertThat(half).isLessThan(8_000);
            assertHoldsAll(served, console);
            assertThat(paused.path("state").asString()).isEqualTo("paused");
            assertThat(paused.path("code").asInt()).isZero();
        }
    }

    private static void assertHoldsAll(Served served, SimulatedConsole console) throws IOException {
        Facts truth = truth(console);
        Facts lake = Facts.ofLake(served.server().parts().lake());
        assertThat(lake.missing(truth)).isEmpty();
        assertThat(truth.missing(lake)).isEmpty();
    }

    private static long stored(Api api) {
        return api.get("/connect/api/data/*/_search?size=0&track_total_hits=true")
                .number("/hits/total/value");
    }

    private static boolean isComplete(Api api, String path) {
        return api.get(path)
                        .json()
                        .path("content_types")
                        .valueStream()
                        .filter(stream -> stream.has("last_activity"))
                        .count()
                == 3;
    }

    private static boolean isRunning(Api api, String path) {
        return api.get(path)
                .json()
                .path("content_types")
                .valueStream()
                .anyMatch(stream -> stream.path("running").asBoolean());
    }

    private static Facts truth(SimulatedConsole console) throws IOException {
        try (InputStream truth =
                URI.create("http://" + console.host() + "/_truth").toURL().openStream()) {
            return Facts.ofTruth(truth);
        }
    }
}
