// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.server.BirdsongServer;
import dev.birdsong.server.parts.RestoreMark;
import dev.birdsong.settings.SettingsException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/// What is not restored, and what nobody starts from.
class RestoreRefusalTest extends RestoreFixture {

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
        SortedMap<String, Long> before = sizes(collecting.data(here));

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
    void leavesNothingOfABackupThatCouldNotBeMade() throws IOException {
        Ran nothing = backUp(here, "nothing");
        Ran there = backUp("original", "original");

        assertRefused(nothing, "there is no database");
        assertThat(at("nothing")).doesNotExist();
        assertThat(names(folder.resolve("backups"))).doesNotContain(".state");
        assertThat(there.status()).isZero();
        assertRefused(backUp("original", "original"), "is there already");
    }
}
