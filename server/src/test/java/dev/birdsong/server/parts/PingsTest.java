// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.StreamStatus;
import dev.birdsong.settings.Settings;
import dev.birdsong.settings.SettingsReader;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.connector.NewConnector;
import dev.birdsong.state.schedule.LocalNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A connector with a long interval is looked after between its rounds.
class PingsTest {

    @TempDir
    Path folder;

    private SimulatedConsole console;
    private Parts parts;

    @BeforeEach
    void open() throws IOException {
        console = SimulatedConsole.start(
                ConsoleSettings.defaults().withToken("token").withPopulation(Population.empty()));
        Settings settings = SettingsReader.read(
                Optional.empty(),
                Map.of("BIRDSONG_DATA_DIR", folder.toString(), "BIRDSONG_INSECURE_CONSOLES", console.host()));
        parts = Parts.open(settings, new LocalNode("pings", "Default", "", ""), RoundLogs.NONE);
    }

    @AfterEach
    void close() throws IOException {
        parts.close();
        console.close();
    }

    @Test
    void pingsWhatWasSilentForFiveMinutes() {
        String connector = connector(true);
        pinged(connector, Duration.ofMinutes(6), new Condition.Healthy());
        console.fault(Fault.always(new Effect.Status(403, false)));

        new Pings(parts).run();

        assertThat(ping(connector).condition()).isInstanceOf(Condition.Failing.class);
        assertThat(ping(connector).times().ended())
                .hasValueSatisfying(at -> assertThat(at).isAfter(Instant.now().minus(Duration.ofMinutes(1))));
    }

    @Test
    void leavesInPeaceWhatWasHeardOfSince() {
        String connector = connector(true);
        pinged(connector, Duration.ofMinutes(4), new Condition.Healthy());
        console.fault(Fault.always(new Effect.Status(403, false)));

        new Pings(parts).run();

        assertThat(ping(connector).condition()).isInstanceOf(Condition.Healthy.class);
    }

    @Test
    void leavesInPeaceWhatIsPausedOrThrottled() {
        String paused = connector(false);
        String throttled = connector(true);
        Condition patience = new Condition.Throttled(Instant.now().plus(Duration.ofHours(1)));
        pinged(paused, Duration.ofMinutes(6), new Condition.Healthy());
        pinged(throttled, Duration.ofMinutes(6), patience);
        console.fault(Fault.always(new Effect.Status(403, false)));

        new Pings(parts).run();

        assertThat(ping(paused).condition()).isInstanceOf(Condition.Healthy.class);
        assertThat(ping(throttled).condition()).isInstanceOf(Condition.Throttled.class);
    }

    private String connector(boolean active) {
        return parts.state()
                .connectors()
                .create(new NewConnector(
                        new Connector.General(
                                "default", active ? "active" : "paused", "honeypot", "thinkst_canary", "dp"),
                        new Connector.Configuration(
                                console.host(), Duration.ofDays(1), List.of("incidents"), Optional.empty()),
                        new Connector.Collecting(active, List.of()),
                        List.of("Default"),
                        new Secret("token")))
                .id();
    }

    private void pinged(String connector, Duration ago, Condition condition) {
        parts.state().statuses().pinged(connector, condition, Instant.now().minus(ago));
    }

    private StreamStatus ping(String connector) {
        return parts.state().statuses().of(List.of(connector)).getOrDefault(connector, List.of()).stream()
                .filter(status -> status.contentType().equals(StreamStatus.PING))
                .findFirst()
                .orElseThrow();
    }
}
