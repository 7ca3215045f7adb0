// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.server.BirdsongServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs `docs/backup.md` beside a server, and starts one from what it restores.
class BackupGuideTest {

    private static final Guide GUIDE = new Guide(Path.of("../docs/backup.md"));
    private static final ConsoleSettings CONSOLE = ConsoleSettings.defaults()
            .withPopulation(Population.small().withIncidents(50).withAudit(20).withDevices(3));

    @TempDir
    Path folder;

    @Test
    void endsWithAServerThatGoesOn() throws IOException, InterruptedException {
        try (SimulatedConsole console = SimulatedConsole.start(CONSOLE)) {
            var collecting = new Collecting(folder, console);
            Guide.Said said;
            try (BirdsongServer server = collecting.serve("here");
                    ApiClient api = Collecting.api(server)) {
                collecting.connect(api, CONSOLE.token());
                Collecting.collect(api);
                Files.delete(folder.resolve("here").resolve("birdsong.yml")); // the guide's reader has usual settings
                said = GUIDE.run(folder.resolve("here"), "", Map.of());
            }
            console.attack(3);

            assertThat(said.status()).as(said.output()).isZero();
            assertThat(GUIDE.texts("text").stream().flatMap(String::lines))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(said.output()).contains(line));
            assertGoesOn(collecting);
        }
    }

    private void assertGoesOn(Collecting collecting) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("there"));
        Files.move(folder.resolve("here").resolve("restored"), collecting.data("there"));
        try (BirdsongServer server = collecting.serve("there");
                ApiClient api = Collecting.api(server)) {
            assertThat(Collecting.collect(api).findValuesAsString("kind")).isEmpty();
        }
        assertThat(collecting.held("there")).isEqualTo(collecting.truth());
    }
}
