// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A guide in `docs`, run as somebody would who pastes it into a terminal.
record Guide(Path file) {

    private static final Pattern SCRIPT =
            Pattern.compile("<!-- script: .*? -->(.*?)<!-- end of script -->", Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|text)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /// A block of the guide: a script, or what it says.
    private record Block(String kind, String text) {}

    /// How a script ended, and what it said.
    record Said(int status, String output) {}

    /// Its blocks of a kind, `sh` or `text`, within its script.
    List<String> texts(String kind) throws IOException {
        String script = SCRIPT.matcher(Files.readString(file))
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

    /// Runs its script in a folder, with a launcher there.
    ///
    /// @param more arguments that each command gets behind its name
    Said run(Path here, String more, Map<String, String> environment) throws IOException, InterruptedException {
        Path launcher = Files.writeString(here.resolve("birdsong"), """
                #!/bin/sh
                command=$1
                shift
                exec "%s/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp "%s" dev.birdsong.cli.Main \\
                  "$command" %s "$@"
                """.formatted(
                        System.getProperty("java.home"), System.getProperty("java.class.path"), more));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        Path output = here.resolve("output");
        ProcessBuilder bash = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", String.join("", texts("sh")))
                .directory(here.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().putAll(environment);
        int status = bash.start().waitFor();
        return new Said(status, Files.readString(output));
    }
}
