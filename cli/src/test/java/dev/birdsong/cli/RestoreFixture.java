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
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A server that has collected everything and stopped, and places for its backups and for what they become.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RestoreFixture {

    private static final ConsoleSettings CONSOLE = ConsoleSettings.defaults()
            .withPopulation(Population.small().withIncidents(200).withAudit(100).withDevices(3));

    Path folder;

    private SimulatedConsole console;
    Collecting collecting;
    String here;

    @BeforeAll
    void collect(@TempDir Path place) throws IOException, InterruptedException {
        folder = place;
        console = SimulatedConsole.start(CONSOLE);
        collecting = new Collecting(folder, console);
        try (BirdsongServer server = collecting.serve("original");
                ApiClient api = Collecting.api(server)) {
            collecting.connect(api, CONSOLE.token());
            Collecting.collect(api);
        }
    }

    @AfterAll
    void stop() throws IOException {
        console.close();
    }

    @BeforeEach
    void name(TestInfo test) {
        here = test.getTestMethod().orElseThrow().getName();
    }

    final void assertGoesOn() throws IOException, InterruptedException {
        try (BirdsongServer server = collecting.serve(here);
                ApiClient api = Collecting.api(server)) {
            assertThat(Collecting.collect(api).findValuesAsString("kind")).isEmpty();
        }
        assertThat(collecting.held(here)).isEqualTo(collecting.truth());
    }

    static void assertRefused(Ran ran, String... why) {
        assertThat(ran.status()).as(ran.out()).isEqualTo(1);
        assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
        assertThat(ran.err()).startsWith("birdsong: ").contains(why).doesNotContain("should not happen");
    }

    final Path at(String backup) {
        return folder.resolve("backups").resolve(backup);
    }

    final Ran backUp(String server, String backup, String... more) {
        return ran("backup", server, backup, more);
    }

    final Ran restore(String backup, String... more) {
        return ran("restore", here, backup, more);
    }

    private Ran ran(String command, String server, String backup, String... more) {
        try {
            Stream<String> usual = Stream.of(command, at(backup).toString(), "--config", collecting.config(server));
            return Ran.command(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Path largest(Path backup) throws IOException {
        try (Stream<Path> files = Files.walk(backup)) {
            return files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 4;
        Files.write(file, bytes);
    }

    static String names(Path folder) throws IOException {
        return Files.exists(folder) ? String.join(" ", sizes(folder).keySet()) : "";
    }

    static SortedMap<String, Long> sizes(Path folder) throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> sizes.put(
                            folder.relativize(file).toString(), file.toFile().length()));
        }
        return sizes;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
