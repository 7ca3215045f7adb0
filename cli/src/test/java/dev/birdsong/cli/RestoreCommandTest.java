// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.server.BirdsongServer;
import dev.birdsong.server.parts.RestoreMark;
import dev.birdsong.settings.SettingsException;
import dev.birdsong.state.sql.StateException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is restored, and what is refused.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreCommandTest {

    private static final ConsoleSettings CONSOLE = ConsoleSettings.defaults()
            .withPopulation(Population.small().withIncidents(200).withAudit(100).withDevices(3));

    @TempDir
    private Path folder;

    private SimulatedConsole console;
    private Collecting collecting;
    private String here;

    @BeforeAll
    void collect() throws IOException, InterruptedException {
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

    @Test
    void restoresWhatAStoppedServerHad() throws IOException, InterruptedException {
        Ran backup = backUp("original", "whole", "--with-key");
        Ran restored = restore("whole");

        assertThat(backup.status()).as(backup.err()).isZero();
        assertThat(backup.out()).contains("are backed up in " + at("whole"), "the keys are in it");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.out())
                .contains("restored to " + collecting.data(here))
                .doesNotContain("chmod");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(collecting.data(here).resolve("secret.key"))))
                .isEqualTo("rw-------");
        assertThat(collecting.held(here)).isEqualTo(collecting.truth());
    }

    @Test
    void letsNobodyElseReadABackup() throws IOException {
        backUp("original", "private", "--with-key");
        backUp("original", "private.zip", "--with-key");

        try (Stream<Path> all = Stream.concat(Files.walk(at("private")), Stream.of(at("private.zip")))) {
            assertThat(all)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @Test
    void saysWhatToDoAboutAKeyThatIsNotInTheBackup() throws IOException, InterruptedException {
        Ran backup = backUp("original", "keyless");
        Ran restored = restore("keyless");

        Path key = collecting.data(here).resolve("secret.key");
        assertThat(backup.out()).contains("keep a copy of " + collecting.data("original") + "/secret.key");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("put your copy of the key file to " + key);
        assertThatThrownBy(() -> collecting.serve(here))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("put it back");
        Files.copy(collecting.data("original").resolve("secret.key"), key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertGoesOn();
    }

    @Test
    void takesAKeyThatIsInItsPlaceAlready() throws IOException, InterruptedException {
        backUp("original", "keyless2");
        Path key = Files.createDirectories(collecting.data(here)).resolve("secret.key");
        Files.copy(collecting.data("original").resolve("secret.key"), key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

        Ran restored = restore("keyless2");

        assertThat(restored.out()).as(restored.err()).contains("restored to").doesNotContain("chmod");
        assertGoesOn();
    }

    @Test
    void refusesAnotherKey() throws IOException {
        backUp("original", "keyless3");
        backUp("original", "keyed", "--with-key");
        collecting.serve(here).close();
        Path key = collecting.data(here).resolve("secret.key");
        String other = Files.readString(key);

        assertRefused(restore("keyless3", "--force"), "does not belong to the state in " + at("keyless3"));
        assertThat(Files.readString(key)).isEqualTo(other);
        assertThat(names(collecting.data(here))).doesNotContain("restor");
        assertThat(restore("keyed", "--force").status()).isZero();
        assertThat(Files.readString(key)).isNotEqualTo(other);
    }

    @Test
    void refusesABackupThatWasCut() throws IOException {
        backUp("original", "cut");
        backUp("original", "cut.zip");
        Files.delete(at("cut").resolve("manifest.json"));
        try (RandomAccessFile zip = new RandomAccessFile(at("cut.zip").toFile(), "rw")) {
            zip.setLength(zip.length() * 2 / 3);
        }

        for (String backup : List.of("cut", "cut.zip")) {
            assertRefused(restore(backup), at(backup) + " is not a whole backup: it was cut before its end");
        }
        assertRefused(restore("never-made"), "there is no backup " + at("never-made"));
        assertThat(collecting.data(here)).doesNotExist();
    }

    @Test
    void refusesADamagedBackup() throws IOException {
        for (String damage : List.of("largest", "missing", "zip", "manifest")) {
            String backup = "damaged-" + damage + (damage.equals("zip") ? ".zip" : "");
            backUp("original", backup);
            Path largest = largest(at(backup));
            switch (damage) {
                case "missing" -> Files.delete(largest);
                case "manifest" -> Files.writeString(at(backup).resolve("manifest.json"), "{\"format\": 1}");
                default -> flip(largest);
            }

            assertRefused(restore(backup), "the backup " + at(backup) + " is damaged");
            assertRefused(
                    Ran.command("restore", "--check", at(backup).toString()),
                    "the backup " + at(backup) + " is damaged");
            assertThat(names(collecting.data(here))).isEmpty();
        }
    }

    @Test
    void checksABackupWithoutRestoringIt() {
        backUp("original", "checked.zip");

        Ran ran = Ran.command("restore", "--check", at("checked.zip").toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains(at("checked.zip") + " is whole: ");
    }

    @Test
    void refusesABackupOfANewerVersion() throws IOException, SQLException {
        backUp("original", "form");
        Path manifest = at("form").resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"format\" : 1", "\"format\" : 2"));
        collecting.serve("newer").close();
        try (Connection database =
                DriverManager.getConnection("jdbc:sqlite:" + collecting.data("newer") + "/birdsong.db")) {
            database.createStatement().execute("UPDATE flyway_schema_history SET version = '99' WHERE version = '2'");
        }
        backUp("newer", "steps");

        assertRefused(restore("form"), "was made by a newer Birdsong");
        assertRefused(restore("steps"), "was written by a newer Birdsong");
        assertThat(names(collecting.data(here))).isEmpty();
    }

    @Test
    void givesUpWhatIsThereOnlyByForce() throws IOException, InterruptedException {
        backUp("original", "forced", "--with-key");
        collecting.serve(here).close();
        TreeMap<String, Long> before = sizes(collecting.data(here));

        assertRefused(restore("forced"), "is not empty", "--force");
        assertThat(sizes(collecting.data(here))).isEqualTo(before);
        assertThat(restore("forced", "--force").status()).isZero();
        assertGoesOn();
    }

    @Test
    void refusesWhileAServerRuns() throws IOException {
        backUp("original", "running", "--with-key");
        try (BirdsongServer server = collecting.serve(here)) {
            assertRefused(restore("running", "--force"), "in use by another process");
            assertThat(server.address()).isNotNull();
        }
    }

    @Test
    void letsNobodyStartFromARestoreThatWasCut() throws IOException, InterruptedException {
        backUp("original", "again", "--with-key");
        collecting.serve(here).close();
        new RestoreMark(collecting.data(here)).set();

        assertThatThrownBy(() -> collecting.serve(here))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("run ./birdsong restore again");
        assertRefused(Ran.command("reset-admin", "--config", collecting.config(here)), "restore again");
        Ran again = restore("again", "--force");

        assertThat(again.status()).as(again.err()).isZero();
        assertGoesOn();
    }

    @Test
    void saysWhatToDoAboutAStateInPostgresql() throws IOException {
        String elsewhere = "database-url: jdbc:postgresql://127.0.0.1:1/birdsong\n";
        Files.createDirectories(collecting.data("node"));
        copy(
                collecting.data("original").resolve("lake"),
                collecting.data("node").resolve("lake"));
        String node = collecting.config("node", elsewhere);

        assertRefused(
                Ran.command("backup", at("node").toString(), "--config", node),
                "dump it first (pg_dump -Fc), then back up the lake with --without-state");
        Ran lake = Ran.command("backup", at("node").toString(), "--without-state", "--config", node);
        assertThat(lake.status()).as(lake.err()).isZero();
        assertRefused(restore("node"), "has no state, which was in PostgreSQL");
        Ran restored = Ran.command("restore", at("node").toString(), "--config", collecting.config(here, elsewhere));

        assertThat(restored.out()).as(restored.err()).contains("restore its dump");
        assertThat(collecting.held(here)).isEqualTo(collecting.truth());
        assertRefused(backUp("original", "with-state", "--without-state"), "belongs into the backup");
    }

    @Test
    void leavesNothingOfABackupThatCouldNotBeMade() throws IOException {
        Ran nothing = backUp(here, "nothing");
        Ran there = backUp("original", "original");

        assertRefused(nothing, "there is no database");
        assertThat(at("nothing")).doesNotExist();
        assertThat(names(folder.resolve("backups"))).doesNotContain(".state");
        assertThat(there.status()).isZero();
        assertRefused(backUp("original", "original"), "is there already");
    }

    private void assertGoesOn() throws IOException, InterruptedException {
        try (BirdsongServer server = collecting.serve(here);
                ApiClient api = Collecting.api(server)) {
            assertThat(Collecting.collect(api).findValuesAsString("kind")).isEmpty();
        }
        assertThat(collecting.held(here)).isEqualTo(collecting.truth());
    }

    private static void assertRefused(Ran ran, String... why) {
        assertThat(ran.status()).as(ran.out()).isEqualTo(1);
        assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
        assertThat(ran.err()).startsWith("birdsong: ").contains(why).doesNotContain("should not happen");
    }

    private Path at(String backup) {
        return folder.resolve("backups").resolve(backup);
    }

    private Ran backUp(String server, String backup, String... more) {
        return ran("backup", server, backup, more);
    }

    private Ran restore(String backup, String... more) {
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

    private static Path largest(Path backup) throws IOException {
        try (Stream<Path> files = Files.walk(backup)) {
            return files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 4;
        Files.write(file, bytes);
    }

    private static String names(Path folder) throws IOException {
        return Files.exists(folder) ? String.join(" ", sizes(folder).keySet()) : "";
    }

    private static TreeMap<String, Long> sizes(Path folder) throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> sizes.put(
                            folder.relativize(file).toString(), file.toFile().length()));
        }
        return sizes;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
