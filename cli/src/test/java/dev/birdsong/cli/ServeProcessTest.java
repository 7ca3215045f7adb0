// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program, as an operator starts and stops it.
class ServeProcessTest {

    @TempDir
    Path folder;

    @Test
    void stopsInGoodOrderAndSaysNothingButThat() throws IOException, InterruptedException {
        Path said = folder.resolve("stderr");
        Process serve = start(said);
        try (BufferedReader out = serve.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.contains("answers at")) {
                line = out.readLine();
            }
            serve.destroy();
        }
        boolean ended = serve.waitFor(30, TimeUnit.SECONDS);
        serve.destroyForcibly();

        List<String> lines = Files.readAllLines(said);
        assertThat(ended).as("ended within 30 s of a SIGTERM").isTrue();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("20\\S+ INFO \\S+ - node=\\S+ started");
        assertThat(lines.get(1)).matches("20\\S+ INFO \\S+ - stopped");
        assertThat(lines.get(2)).isEqualTo("stopped");
    }

    private Process start(Path said) throws IOException {
        Path config = Files.writeString(folder.resolve("birdsong.yml"), "data-dir: " + folder + "/data\nport: 0\n");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.birdsong.cli.Main",
                        "serve",
                        "--config",
                        config.toString())
                .redirectError(said.toFile())
                .start();
    }
}
