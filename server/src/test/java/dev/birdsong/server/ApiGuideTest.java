// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Runs `docs/guides/api.md`, as somebody would who pastes it into a terminal.
class ApiGuideTest {

    private static final Path GUIDE = Path.of("../docs/guides/api.md");
    private static final Pattern SCRIPT =
            Pattern.compile("<!-- script: .*? -->(.*?)<!-- end of script -->(.*)", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("^```sh\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private record Ran(int status, String output) {}

    @Test
    void goesFromAFreshStartToASearchedRecord(@TempDir Path data, @TempDir Path here) throws Exception {
        try (Served served = Served.in(data)) {
            Ran ran = run(served, here, blocks(1));

            assertThat(ran.status()).as(ran.output()).isZero();
            JsonNode found = Api.JSON.readTree(ran.output().lines().toList().getLast());
            assertThat(found.at("/hits/total/value").asLong()).as(ran.output()).isPositive();
            assertThat(found.at("/hits/hits/0/_source/msg_class").asString()).isEqualTo("canary_incidents");
            assertThat(ran.output()).doesNotContain("\"error\"");
        }
    }

    @Test
    void showsNothingFurtherThatTheServerRefuses(@TempDir Path data, @TempDir Path here) throws Exception {
        try (Served served = Served.in(data)) {
            Ran ran = run(served, here, blocks(1) + blocks(2));

            assertThat(ran.status()).as(ran.output()).isZero();
            assertThat(ran.output())
                    .contains("left_out", "aggregations", "bsk_")
                    .doesNotContain("\"error\"");
            assertThat(Files.readString(here.resolve("high.csv"))).startsWith("timestamp,srcip,username,hostname");
        }
    }

    /// @param part 1 for the script, 2 for what comes after it
    private static String blocks(int part) throws IOException {
        MatchResult script =
                SCRIPT.matcher(Files.readString(GUIDE)).results().findFirst().orElseThrow();
        return BLOCK.matcher(script.group(part))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
    }

    private static Ran run(Served served, Path here, String script) throws IOException, InterruptedException {
        Path output = here.resolve("output");
        ProcessBuilder bash = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script)
                .directory(here.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment()
                .putAll(Map.of(
                        "BIRDSONG",
                        served.server().address().toString(),
                        "KEY",
                        Served.API_KEY,
                        "CONSOLE",
                        served.consoleHost(),
                        "CONSOLE_TOKEN",
                        Served.CONSOLE_TOKEN));
        int status = bash.start().waitFor();
        return new Ran(status, Files.readString(output, StandardCharsets.UTF_8));
    }
}
