// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.LoopbackOutbound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// A simulated console and what it takes to collect from it.
abstract class SimulatedFixture {

    static final Pattern UPDATED_ID = Pattern.compile("\"updated_id\":\\s*\"?(\\d+)");
    static final Pattern ID = Pattern.compile("\"id\":\\s*(\\d+)");
    private static final String TOKEN = "sesame";

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final LoopbackOutbound outbound = new LoopbackOutbound(Duration.ofSeconds(20));
    SimulatedConsole console;

    @TempDir
    private Path folder;

    SimulatedFixture() {
        try {
            console = started(settings());
        } catch (IOException e) {
            throw new UncheckedIOException("the simulated console does not start", e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        outbound.close();
        console.close();
    }

    static ConsoleSettings settings() {
        return ConsoleSettings.defaults()
                .withToken(TOKEN)
                .withPopulation(Population.small()
                        .withIncidents(230)
                        .withEvents(2)
                        .withAudit(170)
                        .withDevices(7))
                .with("maximum-limit", "40");
    }

    final SimulatedConsole started(ConsoleSettings settings) throws IOException {
        return SimulatedConsole.start(settings, clock);
    }

    Run run(String contentType) {
        return new Run(contentType, console.host(), outbound, clock, folder);
    }

    static Set<String> ids(Run run, Pattern pattern) {
        return run.records().stream()
                .map(LakeRecord::document)
                .flatMap(document -> pattern.matcher(document.json()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    Set<String> truth(String kind, Pattern pattern) throws Exception {
        URI uri = URI.create("http://" + console.host() + "/_truth?brief=true&kind=" + kind);
        try (InputStream body = outbound.get(uri, Map.of()).body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("\"kind\":\"" + kind))
                    .flatMap(line -> pattern.matcher(line).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
