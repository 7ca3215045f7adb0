// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.faults.program.Program;
import dev.birdsong.spi.connector.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A server as a process of its own, and its one connector.
public final class Served implements AutoCloseable {

    private static final String API_KEY = "bsk_of_the_faults_0123456789abcdefghijklmnopqrstu";
    private static final String CONNECTORS = "/connect/api/v1/connectors";
    private static final Pattern ADDRESS = Pattern.compile("answers at (http\\S+);");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Process process;
    private final ApiClient api;
    private String connector = "";

    private Served(Process process, ApiClient api) {
        this.process = process;
        this.api = api;
    }

    /// Starts it; the connector is made by the first one in a folder.
    public static Served start(Program program, Path folder, String console, String token)
            throws IOException, InterruptedException {
        Path config = Files.writeString(
                folder.resolve("server.yml"), """
                data-dir: %s
                port: 0
                insecure-consoles: ["%s"]
                admin: {api-key: %s}
                """.formatted(folder.resolve("data"), console, API_KEY));
        Process process = program.start(List.of("serve", "--config=" + config));
        Served served = new Served(process, new ApiClient(address(program, process), new Secret(API_KEY)));
        served.connect(console, token);
        return served;
    }

    private static URI address(Program program, Process process) throws IOException, InterruptedException {
        Matcher address = ADDRESS.matcher(program.output());
        while (!address.find()) {
            Stage.check(!process.waitFor(50, TimeUnit.MILLISECONDS), "the server did not start: " + program.output());
            address = ADDRESS.matcher(program.output());
        }
        return URI.create(address.group(1));
    }

    private void connect(String console, String token) throws InterruptedException {
        JsonNode there = api.get(CONNECTORS).path("connectors").path(0);
        JsonNode made = there.isMissingNode()
                ? api.post(
                        CONNECTORS,
                        Map.of(
                                "cust_id", "default",
                                "name", "console",
                                "category", "honeypot",
                                "type", "thinkst_canary",
                                "conf",
                                        Map.of(
                                                "host",
                                                console,
                                                "auth_token",
                                                token,
                                                "interval",
                                                1,
                                                "content_type",
                                                List.of("incidents", "audit_trail", "devices"))))
                : there;
        connector = CONNECTORS + "/" + made.path("_id").asString();
    }

    /// Collects now, and waits for the end of it.
    public void collects() throws InterruptedException {
        api.post(connector + "/collect?wait=true", Map.of());
    }

    /// Enters another token.
    public void token(String console, String token) throws InterruptedException {
        api.put(connector, Map.of("conf", Map.of("host", console, "auth_token", token)));
    }

    /// The state of the connector, such as `healthy`.
    public String state() throws InterruptedException {
        return connector().path("status").path("state").asString();
    }

    /// The connector, as the API tells of it.
    public JsonNode connector() throws InterruptedException {
        return api.get(connector);
    }

    /// Waits until the connector is so.
    public void waitsUntil(String what, Predicate<JsonNode> so) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!so.test(connector())) {
            Stage.check(System.nanoTime() < end, "never came: " + what + ": " + connector());
            Stage.check(!process.waitFor(100, TimeUnit.MILLISECONDS), "the server ended before: " + what);
        }
    }

    /// Collects until a round brings nothing more.
    public void catchesUp() throws InterruptedException {
        long before = -1;
        for (long stored = stored(); stored != before; stored = stored()) {
            before = stored;
            waitsUntil("no round runs", connector -> !isRunning(connector));
            collects();
        }
    }

    /// How many records can be found.
    public long stored() throws InterruptedException {
        return api.get("/connect/api/data/*/_search?size=0&track_total_hits=true")
                .at("/hits/total/value")
                .asLong();
    }

    private static boolean isRunning(JsonNode connector) {
        return connector
                .path("content_types")
                .valueStream()
                .anyMatch(stream -> stream.path("running").asBoolean());
    }

    /// The process.
    public long pid() {
        return process.pid();
    }

    /// As by kill -9.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Ends it in good order.
    @Override
    public void close() {
        api.close();
        process.destroy();
        process.onExit().join();
    }
}
