// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.lakes.lucene.LuceneLake;
import dev.birdsong.server.BirdsongServer;
import dev.birdsong.settings.SettingsReader;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.testkit.truth.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Servers, each in a folder of its own, that may collect from one simulated console.
record Collecting(Path folder, SimulatedConsole console) {

    static final String API_KEY = "bsk_of_the_tests_0123456789abcdefghijklmnopqrstuv";

    private static final String CONNECTORS = "/connect/api/v1/connectors";

    /// The data directory of one of them.
    Path data(String name) {
        return folder.resolve(name).resolve("data");
    }

    /// The settings of one of them.
    String config(String name, String... more) throws IOException {
        Path config = Files.createDirectories(folder.resolve(name)).resolve("birdsong.yml");
        return Files.writeString(config, """
                data-dir: %s
                port: 0
                insecure-consoles: ["%s"]
                admin: {api-key: %s}
                """.formatted(data(name), console.host(), API_KEY) + String.join("", more))
                .toString();
    }

    BirdsongServer serve(String name) throws IOException {
        return BirdsongServer.start(SettingsReader.read(Optional.of(Path.of(config(name))), Map.of()));
    }

    static ApiClient api(BirdsongServer server) {
        return new ApiClient(server.address(), new Secret(API_KEY));
    }

    /// Makes an active connector to the console.
    void connect(ApiClient api, String token) throws InterruptedException {
        api.post(
                CONNECTORS,
                Map.of(
                        "cust_id",
                        "default",
                        "name",
                        "hq",
                        "category",
                        "honeypot",
                        "type",
                        "thinkst_canary",
                        "is_collect",
                        true,
                        "is_respond",
                        false,
                        "run_on",
                        "dp",
                        "conf",
                        Map.of(
                                "host",
                                console.host(),
                                "auth_token",
                                token,
                                "content_type",
                                List.of("incidents", "audit_trail", "devices"))));
    }

    static JsonNode connector(ApiClient api) throws InterruptedException {
        return api.get(CONNECTORS).path("connectors").path(0);
    }

    /// Collects until there is no more.
    static JsonNode collect(ApiClient api) throws InterruptedException {
        return api.post(CONNECTORS + "/" + connector(api).path("_id").asString() + "/collect?wait=true", Map.of());
    }

    /// What is in a lake, as another process sees it.
    Facts held(String name) {
        try (DataLake lake = LuceneLake.openReadOnly(data(name).resolve("lake"), Wiring.schema())) {
            return Facts.ofLake(lake);
        }
    }

    Facts truth() throws IOException {
        try (InputStream truth =
                URI.create("http://" + console.host() + "/_truth").toURL().openStream()) {
            return Facts.ofTruth(truth);
        }
    }

    /// Waits until something holds.
    static void until(String what, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + what);
            }
            Thread.sleep(20);
        }
    }

    /// Something to wait for.
    @FunctionalInterface
    interface Condition {
        boolean holds() throws InterruptedException;
    }
}
