// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.connector.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RotateKeyCommandTest {

    @TempDir
    Path folder;

    private Path keyFile;

    @BeforeEach
    void name() {
        keyFile = folder.resolve("data").resolve("secret.key");
    }

    @Test
    void sealsEverySecretByANewKeyAndForgetsTheOld() throws IOException, InterruptedException {
        try (ServedFixture served = new ServedFixture(folder)) {
            ApplyFixture files = connectors(served);
            List<String> before = keys(keyFile);

            Ran ran = Ran.command("rotate-key", "--config", served.config());

            assertThat(ran.status()).as(ran.err()).isZero();
            assertThat(ran.out()).contains("secrets are encrypted by a new key in " + keyFile);
            assertThat(keys(keyFile)).hasSize(1).doesNotContainAnyElementsOf(before);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                    .isEqualTo("rw-------");
            assertThat(served.token(files.connector("c001"))).contains(new Secret(ApplyFixture.TOKEN));
            assertThat(served.token(files.connector("c003"))).contains(new Secret(ApplyFixture.TOKEN));
        }
    }

    @Test
    void letsTheServerGoOn() throws IOException, InterruptedException {
        try (ServedFixture served = new ServedFixture(folder)) {
            ApplyFixture files = connectors(served);

            Ran.command("rotate-key", "--config", served.config());
            Ran applied = files.apply("connectors.csv", files.csv(4, 5));

            assertThat(applied.out()).as(applied.err()).contains("1 created, 0 changed, 4 unchanged");
            assertThat(served.token(files.connector("c004"))).contains(new Secret(ApplyFixture.TOKEN));
        }
    }

    @Test
    void leavesNoUseForACopyOfTheOldKeyFile() throws IOException {
        Path copy = folder.resolve("copy");
        String config;
        try (ServedFixture served = new ServedFixture(folder)) {
            connectors(served);
            Files.copy(keyFile, copy, StandardCopyOption.COPY_ATTRIBUTES);
            config = served.config();
        }
        Ran.command("rotate-key", "--config", config);
        Files.move(copy, keyFile, StandardCopyOption.REPLACE_EXISTING);

        Ran ran = Ran.command("rotate-key", "--config", config);

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("does not belong to this database");
    }

    private ApplyFixture connectors(ServedFixture served) throws IOException {
        var files = new ApplyFixture(served, folder, "Acme");
        served.write("token", ApplyFixture.TOKEN);
        files.apply("connectors.csv", files.csv(3, 5));
        return files;
    }

    private static List<String> keys(Path file) throws IOException {
        JsonNode keys = JsonMapper.shared().readTree(Files.readString(file)).path("key");
        return keys.valueStream().map(key -> key.path("keyId").asString()).toList();
    }
}
