// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ends the real program, as nobody should, at random moments.
class KillTest {

    private static final int KILLS = 50;
    private static final int LONGEST_MILLIS = 2_500;

    @TempDir
    Path folder;

    @Test
    void losesAndDoublesNothingWhenKilledFiftyTimes() throws IOException, InterruptedException {
        var random = new Random(Long.getLong("seed", 42));
        try (var fixture = new ConsoleFixture(folder, ConsoleFixture.settings(20_000))) {
            int killed = 0;
            for (int run = 0; run < KILLS; run++) {
                killed += runAndKill(fixture, 200 + random.nextInt(LONGEST_MILLIS)) ? 1 : 0;
            }

            Ran last = fixture.collect();

            assertThat(killed).as("runs that were killed before their end").isGreaterThan(KILLS / 3);
            assertThat(last.status()).as(last.err()).isZero();
            assertThat(fixture.held()).isEqualTo(fixture.truth());
        }
    }

    private boolean runAndKill(ConsoleFixture fixture, int afterMillis) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.birdsong.cli.Main"));
        command.addAll(List.of(fixture.collectArguments()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        boolean ended = process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }
}
