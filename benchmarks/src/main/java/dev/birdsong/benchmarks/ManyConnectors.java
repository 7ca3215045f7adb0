// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.server.BirdsongServer;
import dev.birdsong.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes very many connectors through the API, lists them, lets all of them collect, and measures how the server
/// answers meanwhile. Twenty simulated consoles stand for those of as many tenants as are needed, each with about 45
/// records: a benchmark of connectors, not of records.
public final class ManyConnectors {

    private static final int CONSOLES = 20;
    private static final int PAGE = 50;
    private static final String KEY = "bsk_for_measuring_0123456789abcdefghijklmnopqrst";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final int number;
    private final List<SimulatedConsole> consoles = new ArrayList<>();

    private ManyConnectors(int number) {
        this.number = number;
    }

    /// Measures and prints. Takes how many connectors there are, and for how many seconds they collect.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int number = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        Path folder = Files.createTempDirectory("birdsong-connectors");
        new ManyConnectors(number).run(folder, seconds);
        System.exit(0);
    }

    private void run(Path folder, int seconds) throws IOException, InterruptedException {
        for (int console = 0; console < CONSOLES; console++) {
            consoles.add(SimulatedConsole.start(ConsoleSettings.defaults()
                    .withToken(TOKEN)
                    .withPopulation(
                            Population.small().withIncidents(5).withAudit(20).withDevices(5))));
        }
        String hosts =
                consoles.stream().map(console -> "127.0.0.1:" + console.port()).collect(Collectors.joining(","));
        Map<String, String> settings = Map.of(
                "BIRDSONG_DATA_DIR",
                folder.toString(),
                "BIRDSONG_PORT",
                "0",
                "BIRDSONG_INSECURE_CONSOLES",
                hosts,
                "BIRDSONG_ADMIN_API_KEY",
                KEY);
        try (BirdsongServer server = BirdsongServer.start(SettingsReader.read(Optional.empty(), settings))) {
            measure(new ApiClient(server.address(), KEY), seconds);
        }
    }

    private void measure(ApiClient api, int seconds) throws InterruptedException {
        List<String> ids = make(api);
        var listed = new Latencies();
        listed.measure(30, round -> page(api, round * (number / PAGE / 30)));
        listed.print("a page of 50");
        Thread.sleep(SETTLING);
        var load = new ConnectorLoad(api, ids);
        load.activate();
        load.watch(seconds);
    }

    private List<String> make(ApiClient api) throws InterruptedException {
        List<String> tenants = IntStream.rangeClosed(1, (number + CONSOLES - 1) / CONSOLES)
                .mapToObj(tenant ->
                        api.made("/connect/api/v1/tenants", "{\"cust_name\":\"Tenant " + tenant + "\"}", "cust_id"))
                .toList();
        long began = System.nanoTime();
        List<String> ids =
                api.inParallel(number, index -> api.made("/connect/api/v1/connectors", body(tenants, index), "_id"));
        System.out.printf("%,d connectors made in %.1f s%n", number, (System.nanoTime() - began) / 1e9);
        return ids;
    }

    private static void page(ApiClient api, int page) {
        api.get("/connect/api/v1/connectors?size=" + PAGE + "&page=" + page);
    }

    private String body(List<String> tenants, int index) {
        return """
                {"cust_id": "%s", "name": "connector %05d", "category": "honeypot", "type": "thinkst_canary",
                 "active": false, "conf": {"host": "127.0.0.1:%d", "auth_token": "%s", "interval": 5,
                 "content_type": ["incidents", "audit_trail", "devices"]}}""".formatted(
                        tenants.get(index / CONSOLES),
                        index,
                        consoles.get(index % CONSOLES).port(),
                        TOKEN);
    }
}
