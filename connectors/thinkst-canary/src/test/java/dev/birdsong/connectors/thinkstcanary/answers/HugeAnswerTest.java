// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HugeAnswerTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"alphabetical", "reversed"})
    void readsAnIncidentOf200000EventsInAHeapOf256MegabytesWhateverTheOrderOfItsKeys(String order) throws Exception {
        String told = read(order, 1, 200_000);

        assertThat(told).startsWith("1 incidents, 200001 records, ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void readsAnAnswerOf500MegabytesInAHeapOf256() throws Exception {
        String told = read("alphabetical", 165, 14_000);

        assertThat(told).startsWith("165 incidents, 2310165 records, 5");
    }

    private String read(String order, int incidents, int events) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HugeAnswer.class.getName(),
                        order,
                        Integer.toString(incidents),
                        Integer.toString(events),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }
}
