// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.DataLake;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ends a program that puts, as nobody should.
class KillTest {

    private static final int KILLS = 3;
    private static final int MOST_PUTS = 60;

    @TempDir
    Path folder;

    private final Map<String, Integer> acknowledged = new HashMap<>();

    @Test
    void losesAndDoublesNothing() throws IOException, InterruptedException {
        var random = new Random(Long.getLong("seed", 42));
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            next = 10_000 + putAndKill(next, 1 + random.nextInt(MOST_PUTS));

            try (DataLake lake = NumberedStates.open(folder.resolve("lake"), FSDirectory::open)) {
                assertThat(NumberedStates.lost(acknowledged, NumberedStates.held(lake)))
                        .isEmpty();
            }
        }
        assertThat(acknowledged).isNotEmpty();
    }

    /// @return the highest number that was acknowledged
    private int putAndKill(int from, int atLeast) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PuttingProgram.class.getName(),
                        folder.resolve("lake").toString(),
                        Integer.toString(from))
                .redirectError(folder.resolve("errors").toFile())
                .start();
        int highest = from;
        try (BufferedReader told = process.inputReader()) {
            for (@Nullable String line = told.readLine(); line != null; line = told.readLine()) {
                highest = Math.max(highest, Integer.parseInt(line));
                acknowledged.merge("id-" + highest % PuttingProgram.IDS, highest, Math::max);
                if (highest >= from + atLeast) {
                    // by its handle, which leaves what it said to be read
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(highest).isGreaterThanOrEqualTo(from + atLeast);
        return highest;
    }
}
