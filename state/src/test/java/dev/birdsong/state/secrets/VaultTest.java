// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.sql.StateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final Secret SECRET = new Secret("d41d8cd98f00b204");

    @TempDir
    private Path folder;

    @Test
    void opensWhatItSealed() {
        Vault vault = Vault.openOrMake(file());

        byte[] sealed = vault.seal(SECRET, "connector/1");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET.reveal());
        assertThat(Vault.openOrMake(file()).open(sealed, "connector/1")).isEqualTo(SECRET);
    }

    @Test
    void doesNotOpenWhatWasSealedForAnother() {
        Vault vault = Vault.openOrMake(file());
        byte[] sealed = vault.seal(SECRET, "connector/1");

        assertThatThrownBy(() -> vault.open(sealed, "connector/2"))
                .isInstanceOf(StateException.Unavailable.class)
                .hasMessageContaining("does not belong to this database")
                .hasMessageNotContaining(SECRET.reveal());
    }

    @Test
    void makesAFileForItsOwnerAloneAndNoOther() throws IOException {
        Vault.openOrMake(file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        Vault.openOrMake(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> Vault.openOrMake(file()))
                .isInstanceOf(StateException.Unavailable.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(file(), "something else");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> Vault.openOrMake(file()))
                .isInstanceOf(StateException.Unavailable.class)
                .hasMessageContaining("does not have keys that can be read");
        assertThatThrownBy(() -> new KeyFile(file()).make("new")).isInstanceOf(StateException.Unavailable.class);
        assertThat(file()).hasContent("something else");
    }

    @Test
    void saysThatTheFileIsGone() {
        assertThatThrownBy(() -> Vault.open(file()))
                .isInstanceOf(StateException.Unavailable.class)
                .hasMessageContaining("is gone");
    }

    private Path file() {
        return folder.resolve("keys").resolve("secret.key");
    }
}
