// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.settings.Settings;
import dev.birdsong.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A real server on a free port of loopback, and a simulated console beside it that it may ask.
public final class Served implements AutoCloseable {

    public static final String CONSOLE_TOKEN = "0123456789abcdef0123456789abcdef";
    public static final String API_KEY = "bsk_of_the_tests_0123456789abcdefghijklmnopqrstuv";
    public static final String PASSWORD = "correct horse battery staple";
    public static final String EMAIL = "admin@example.com";

    private final SimulatedConsole console;
    private final Settings settings;
    private BirdsongServer server;

    private Served(SimulatedConsole console, Settings settings) {
        this.console = console;
        this.settings = settings;
        this.server = BirdsongServer.start(settings);
    }

    public static Served in(Path folder) {
        return in(folder, Map.of());
    }

    /// With settings of its own, named as in the environment.
    public static Served in(Path folder, Map<String, String> more) {
        try {
            SimulatedConsole console = SimulatedConsole.start(
                    ConsoleSettings.defaults().withToken(CONSOLE_TOKEN).withPopulation(Population.small()));
            Map<String, String> environment = new HashMap<>(Map.of(
                    "BIRDSONG_DATA_DIR",
                    folder.toString(),
                    "BIRDSONG_PORT",
                    "0",
                    "BIRDSONG_INSECURE_CONSOLES",
                    "127.0.0.1:" + console.port() + ",localhost:" + console.port(),
                    "BIRDSONG_ADMIN_EMAIL",
                    EMAIL,
                    "BIRDSONG_ADMIN_PASSWORD",
                    PASSWORD,
                    "BIRDSONG_ADMIN_API_KEY",
                    API_KEY,
                    "BIRDSONG_NODE_NAME",
                    "test"));
            environment.putAll(more);
            return new Served(console, SettingsReader.read(Optional.empty(), environment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SimulatedConsole console() {
        return console;
    }

    /// The console as a connector names it.
    public String consoleHost() {
        return "127.0.0.1:" + console.port();
    }

    public BirdsongServer server() {
        return server;
    }

    /// Stops it and starts it again in the same folder.
    public void restart() {
        server.close();
        server = BirdsongServer.start(settings);
    }

    /// Somebody who asks with the first user's key.
    public Api admin() {
        return Api.signedIn(server.address(), API_KEY);
    }

    @Override
    public void close() {
        server.close();
        try {
            console.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
