// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Collects the incidents of a simulated console into an empty lake by the real program, and by the floor, in turn.
public final class CollectBenchmark {

    private static final String TOKEN = "benchmark-token";
    private static final int PORT = 18_091;
    private static final int EVENTS = 3;

    private final Path folder;
    private final int incidents;

    private CollectBenchmark(Path folder, int incidents) {
        this.folder = folder;
        this.incidents = incidents;
    }

    /// Measures and prints a table. Takes how many incidents there are, and how many runs of each program.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int incidents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("birdsong-benchmark");
        try {
            new CollectBenchmark(folder, incidents).run(runs);
        } finally {
            delete(folder);
        }
    }

    private void run(int runs) throws IOException, InterruptedException {
        Path token = Files.writeString(folder.resolve("token"), TOKEN);
        Path config =
                Files.writeString(folder.resolve("birdsong.yml"), "insecure-consoles: [\"127.0.0.1:" + PORT + "\"]\n");
        Process console = console();
        List<Measured> floor = new ArrayList<>();
        List<Measured> birdsong = new ArrayList<>();
        try {
            measure(floorCommand());
            for (int run = 0; run < runs; run++) {
                floor.add(measure(floorCommand()));
                birdsong.add(measure(collectCommand(token, config)));
            }
        } finally {
            console.destroy();
            console.waitFor();
        }
        new Comparison(incidents * (1L + EVENTS), floor, birdsong).print(System.out);
    }

    private Process console() throws IOException, InterruptedException {
        Path output = folder.resolve("console.log");
        List<String> population = List.of(
                "simulate",
                "--port=" + PORT,
                "--token=" + TOKEN,
                "--incidents=" + incidents,
                "--events=" + EVENTS,
                "--audit=1",
                "--set=gzip=false");
        Process console = new ProcessBuilder(java("-Xmx1g", "dev.birdsong.cli.Main", population))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        while (!Files.readString(output).contains("answers at")) {
            if (console.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("the simulated console did not start: " + Files.readString(output));
            }
        }
        return console;
    }

    private Measured measure(List<String> command) throws IOException, InterruptedException {
        delete(folder.resolve("lake"));
        return MeasuredProcess.run(command, folder.resolve("output.log"));
    }

    private List<String> floorCommand() {
        return java(
                "-Xmx1g",
                "dev.birdsong.benchmarks.Floor",
                List.of("127.0.0.1:" + PORT, TOKEN, folder.resolve("lake").toString()));
    }

    private List<String> collectCommand(Path token, Path config) {
        return java(
                "-Xmx1g",
                "dev.birdsong.cli.Main",
                List.of(
                        "collect",
                        "--config",
                        config.toString(),
                        "--host",
                        "127.0.0.1:" + PORT,
                        "--token-file",
                        token.toString(),
                        "--content-type",
                        "incidents",
                        "--out",
                        folder.resolve("lake").toString()));
    }

    private static List<String> java(String heap, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        return command;
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
