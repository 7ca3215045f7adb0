// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.server.BirdsongServer;
import dev.birdsong.settings.Settings;
import dev.birdsong.settings.SettingsReader;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.state.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A real server on a free port of loopback, and a folder with the files that a command needs to ask it. Its node has a
/// profile without connectors: no console is asked.
final class ServedFixture implements AutoCloseable {

    static final String API_KEY = "bsk_of_the_tests_0123456789abcdefghijklmnopqrstuv";

    private final Path folder;
    private final Path config;
    private final Path keyFile;
    private final BirdsongServer server;
    private final ApiClient api;

    ServedFixture(Path folder) throws IOException {
        this(folder, "[]");
    }

    /// One that may ask these consoles on this machine, a YAML list.
    ServedFixture(Path folder, String insecureConsoles) throws IOException {
        this.folder = folder;
        this.config = write("birdsong.yml", """
                data-dir: %s
                port: 0
                profile: Elsewhere
                insecure-consoles: %s
                admin: {api-key: %s}
                """.formatted(folder.resolve("data"), insecureConsoles, API_KEY));
        this.keyFile = write("api-key", API_KEY + "\n");
        this.server = BirdsongServer.start(settings());
        this.api = client(API_KEY);
    }

    Settings settings() {
        return SettingsReader.read(Optional.of(config), Map.of());
    }

    /// The file with its settings.
    String config() {
        return config.toString();
    }

    /// Somebody who asks with this key.
    ApiClient client(String key) {
        return new ApiClient(server.address(), new Secret(key));
    }

    /// What it remembers, as another process sees it.
    State state() {
        return Wiring.state(settings());
    }

    /// What it has collected.
    DataLake lake() {
        return server.parts().lake();
    }

    URI address() {
        return server.address();
    }

    Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /// Runs a command against it.
    Ran command(String name, String... more) {
        Stream<String> usual =
                Stream.of(name, "--server", server.address().toString(), "--key-file", keyFile.toString());
        return Ran.command(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }

    JsonNode get(String path) throws InterruptedException {
        return api.get("/connect/api/v1/" + path);
    }

    JsonNode post(String path, Object body) throws InterruptedException {
        return api.post("/connect/api/v1/" + path, body);
    }

    JsonNode put(String path, Object body) throws InterruptedException {
        return api.put("/connect/api/v1/" + path, body);
    }

    /// The connectors of a tenant, by its name.
    List<JsonNode> connectors(String tenant) throws InterruptedException {
        return get("connectors?size=1000")
                .path("connectors")
                .valueStream()
                .filter(connector -> connector.path("tenant_name").asString().equals(tenant))
                .toList();
    }

    /// What the server has sealed as a connector's auth token.
    Optional<Secret> token(JsonNode connector) {
        try (State state = state()) {
            return state.connectors().authToken(connector.path("_id").asString());
        }
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
