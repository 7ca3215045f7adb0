// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs `docs/guides/configuration-as-code.md`, as somebody would who pastes it into a terminal.
class ConfigurationGuideTest {

    private static final Path GUIDE = Path.of("../docs/guides/configuration-as-code.md");
    private static final Pattern SCRIPT =
            Pattern.compile("<!-- script: .*? -->(.*?)<!-- end of script -->", Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|text)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /// A block of the guide: a script, or what it says.
    private record Block(String kind, String text) {}

    private record Said(int status, String output) {}

    @Test
    void saysWhatTheGuideShows(@TempDir Path folder, @TempDir Path here) throws IOException, InterruptedException {
        try (ServedFixture served = new ServedFixture(folder)) {
            Said said = run(served, here, script());

            assertThat(said.status()).as(said.output()).isZero();
            assertThat(said.output()).contains(shown()).doesNotContain("birdsong: ", "0123456789abcdef0123");
            assertThat(served.connectors("Acme")).hasSize(3);
            assertThat(served.connectors("Beta")).hasSize(1);
        }
    }

    private static String script() throws IOException {
        return String.join("", texts("sh"));
    }

    private static List<String> shown() throws IOException {
        return texts("text");
    }

    private static List<String> texts(String kind) throws IOException {
        String script = SCRIPT.matcher(Files.readString(GUIDE))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        return BLOCK.matcher(script)
                .results()
                .map(match -> new Block(match.group(1), match.group(2)))
                .filter(block -> block.kind().equals(kind))
                .map(Block::text)
                .toList();
    }

    private static Said run(ServedFixture served, Path here, String script) throws IOException, InterruptedException {
        Path launcher = Files.writeString(here.resolve("birdsong"), """
                #!/bin/sh
                command=$1
                shift
                exec "%s/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "%s" dev.birdsong.cli.Main \\
                  "$command" --server %s "$@"
                """.formatted(
                        System.getProperty("java.home"), System.getProperty("java.class.path"), served.address()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        Path output = here.resolve("output");
        ProcessBuilder bash = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script)
                .directory(here.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().putAll(Map.of("BIRDSONG_API_KEY", ServedFixture.API_KEY));
        int status = bash.start().waitFor();
        return new Said(status, Files.readString(output));
    }
}
