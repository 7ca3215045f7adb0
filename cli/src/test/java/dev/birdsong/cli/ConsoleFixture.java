// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.testkit.truth.Facts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A simulated console and the files that a command needs to collect from it.
final class ConsoleFixture implements AutoCloseable {

    private final SimulatedConsole console;
    private final Path folder;
    private final Path config;
    private final Path token;

    ConsoleFixture(Path folder, ConsoleSettings settings) throws IOException {
        this.folder = folder;
        this.console = SimulatedConsole.start(settings);
        this.config = Files.writeString(folder.resolve("birdsong.yml"), "insecure-consoles: [\"" + host() + "\"]\n");
        this.token = Files.writeString(folder.resolve("token"), settings.token() + "\n");
    }

    static ConsoleSettings settings(int incidents) {
        return ConsoleSettings.defaults()
                .withPopulation(
                        Population.small().withIncidents(incidents).withUntil(Instant.parse("2026-11-20T12:00:00Z")));
    }

    SimulatedConsole console() {
        return console;
    }

    String host() {
        return "127.0.0.1:" + console.port();
    }

    Path lake() {
        return folder.resolve("lake");
    }

    Path token() {
        return token;
    }

    String[] collectArguments() {
        return new String[] {
            "collect",
            "--config",
            config.toString(),
            "--host",
            host(),
            "--token-file",
            token.toString(),
            "--out",
            lake().toString()
        };
    }

    Ran collect() {
        return Ran.command(collectArguments());
    }

    Ran search(String... query) {
        String[] arguments = new String[query.length + 3];
        arguments[0] = "search";
        arguments[1] = "--lake";
        arguments[2] = lake().toString();
        System.arraycopy(query, 0, arguments, 3, query.length);
        return Ran.command(arguments);
    }

    Facts truth() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host() + "/_truth"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Facts.ofTruth(
                    client.send(request, BodyHandlers.ofInputStream()).body());
        }
    }

    Facts held() {
        try (DataLake open = Wiring.readOnlyLake(new LakeFolder(lake()))) {
            return Facts.ofLake(open);
        }
    }

    @Override
    public void close() throws IOException {
        console.close();
    }
}
