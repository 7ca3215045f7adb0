// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts Birdsong as a process of its own.
///
/// @param folder where its output goes
/// @param options more options of the JVM
public record Program(Path folder, List<String> options) {

    private static final String SHIPPED = "dev.birdsong.cli.Main";
    private static final long PATIENCE_MINUTES = 60;

    public Program {
        options = List.copyOf(options);
    }

    /// The same with one more option of the JVM.
    public Program with(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new Program(folder, more);
    }

    /// Runs a command of the shipped program to its end.
    public Ended run(List<String> arguments) throws IOException, InterruptedException {
        return ended(start(SHIPPED, arguments));
    }

    /// Runs it out of the same parts, with hooks around them, to its end.
    public Ended runStaged(List<String> arguments) throws IOException, InterruptedException {
        return ended(start(StagedProgram.class.getName(), arguments));
    }

    /// Starts a command of the shipped program.
    public Process start(List<String> arguments) throws IOException {
        return start(SHIPPED, arguments);
    }

    /// All that it said in its last run.
    public String output() throws IOException {
        return Files.readString(log());
    }

    private Path log() {
        return folder.resolve("output.log");
    }

    private Process start(String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Ended ended(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the program did not end: " + output());
        }
        return new Ended(process.exitValue(), output());
    }
}
