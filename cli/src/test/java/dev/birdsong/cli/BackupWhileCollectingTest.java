// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.server.BirdsongServer;
import dev.birdsong.testkit.truth.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Backups of a server that is collecting, restored elsewhere: from there everything is collected, once.
class BackupWhileCollectingTest {

    private static final Population MUCH = Population.small()
            .withIncidents(5_000)
            .withEvents(2)
            .withAudit(1_000)
            .withDevices(5);

    @TempDir
    Path folder;

    @Test
    void losesAndDoublesNothingWhereverItIsRestored() throws IOException, InterruptedException {
        ConsoleSettings settings = ConsoleSettings.defaults().withPopulation(MUCH);
        try (SimulatedConsole console = SimulatedConsole.start(settings)) {
            var collecting = new Collecting(folder, console);
            List<Path> backups = Stream.of("1", "2.zip")
                    .map(folder.resolve("backups")::resolve)
                    .toList();
            backUpWhileCollecting(collecting, settings.token(), backups);
            String grown = console.attack(20).getFirst();
            console.append(grown, 5);
            console.act();

            for (int i = 0; i < backups.size(); i++) {
                assertGoesOnFrom(backups.get(i), collecting, "restored" + i);
            }
        }
    }

    private void backUpWhileCollecting(Collecting collecting, String token, List<Path> backups)
            throws IOException, InterruptedException {
        try (BirdsongServer server = collecting.serve("original");
                ApiClient api = Collecting.api(server)) {
            collecting.connect(api, token);
            Collecting.until("its devices are there", () -> hasDevices(api));
            for (Path backup : backups) {
                Ran ran = Ran.command(
                        "backup", backup.toString(), "--with-key", "--config", collecting.config("original"));
                assertThat(ran.status()).as(ran.err()).isZero();
            }
            assertThat(Collecting.connector(api).at("/status/code").asInt()).isZero();
        }
    }

    private static boolean hasDevices(ApiClient api) throws InterruptedException {
        JsonNode streams = Collecting.connector(api).path("content_types");
        return streams.valueStream()
                .anyMatch(stream ->
                        stream.path("content_type").asString().equals("devices") && stream.has("last_data_received"));
    }

    private static void assertGoesOnFrom(Path backup, Collecting collecting, String name)
            throws IOException, InterruptedException {
        Ran restored = Ran.command("restore", backup.toString(), "--config", collecting.config(name));
        assertThat(restored.status()).as(restored.err()).isZero();
        Facts before = collecting.held(name);
        try (BirdsongServer server = collecting.serve(name);
                ApiClient api = Collecting.api(server)) {
            JsonNode collected = Collecting.collect(api);
            assertThat(collected.findValuesAsString("kind")).isEmpty();
        }
        Facts truth = collecting.truth();
        Facts held = collecting.held(name);
        assertThat(before.size()).as("made while collecting").isBetween(1L, truth.size() - 1_000);
        assertThat(held.missing(truth)).isEmpty();
        assertThat(truth.missing(held)).isEmpty();
        try (Stream<Path> left = Files.list(collecting.data(name))) {
            assertThat(left).noneMatch(file -> file.toString().contains("restoring"));
        }
    }
}
