// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.state.sql.StateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What comes back from a backup.
class RestoreCommandTest extends RestoreFixture {

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

        try (Stream<Path> files = Files.walk(folder.resolve("backups"))) {
            assertThat(files.filter(file -> file.startsWith(at("private")) || file.endsWith("private.zip")))
                    .hasSizeGreaterThan(5)
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
}
