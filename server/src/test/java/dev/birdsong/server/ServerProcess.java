// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.settings.SettingsException;
import dev.birdsong.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, which can be killed. What it writes goes to a file.
final class ServerProcess implements AutoCloseable {

    private static final String READY = "listens at ";

    private final Process process;
    private final Path output;

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /// What the process runs: a server by the settings of the environment, until it is killed.
    public static void main(String[] arguments) throws InterruptedException {
        try (BirdsongServer server = BirdsongServer.start(SettingsReader.read(
                Optional.of(arguments).filter(a -> a.length > 0).map(a -> Path.of(a[0])), System.getenv()))) {
            System.err.println(READY + server.address());
            new CountDownLatch(1).await();
        } catch (SettingsException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /// The environment of a server that may ask these consoles.
    static Map<String, String> environment(Path data, List<SimulatedConsole> consoles) {
        return Map.of(
                "BIRDSONG_DATA_DIR",
                data.toString(),
                "BIRDSONG_PORT",
                "0",
                "BIRDSONG_INSECURE_CONSOLES",
                String.join(",", consoles.stream().map(SimulatedConsole::host).toList()),
                "BIRDSONG_ADMIN_API_KEY",
                Served.API_KEY,
                "BIRDSONG_NODE_NAME",
                "killed");
    }

    /// Starts one; its output is added to the file.
    static ServerProcess start(Path output, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("BIRDSONG_"));
        builder.environment().putAll(environment);
        try {
            Files.writeString(output, "");
            return new ServerProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it answers, once it does.
    URI address() {
        Patience.until("the server listens: " + output, () -> output().contains(READY) || !process.isAlive());
        return output().lines()
                .filter(line -> line.startsWith(READY))
                .findFirst()
                .map(line -> URI.create(line.substring(READY.length())))
                .orElseThrow(() -> new IllegalStateException("the server did not start: " + output()));
    }

    /// All that it wrote.
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its exit status, when it has ended.
    int ended() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not end: " + output());
        }
        return process.exitValue();
    }

    /// As by kill -9.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
