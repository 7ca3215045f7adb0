// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.engine.RetryPolicy;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.Origin;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `demo`: a simulated console with a life of its own, and Birdsong collecting from it over HTTP on loopback.
@Command(
        name = "demo",
        description = "Collect from a simulated console with a life of its own, and show what comes in.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final double EVENTS_A_SECOND = 0.5;
    private static final Origin ORIGIN = new Origin("local", "Default", "demo", "demo", "Demo console");
    private static final Secret TOKEN = new Secret("demo-token");

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settings;

    @Option(names = "--rounds", defaultValue = "0", description = "End after so many rounds; 0: when it is stopped.")
    private int rounds;

    static LakeFolder folder(Path dataDir) {
        return new LakeFolder(dataDir.resolve("demo"));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LakeFolder folder = folder(settings.read().dataDir());
        try (SimulatedConsole console = SimulatedConsole.start(consoleSettings());
                DataLake lake = Wiring.lake(folder)) {
            greet(console.port());
            var collection = new Collection(
                    Wiring.connectorType(folder), connection(console.port()), folder, lake, RetryPolicy.DEFAULT);
            new DemoRounds(collection, spec.commandLine().getOut(), rounds).run();
        } catch (InterruptedException stopped) {
            spec.commandLine().getErr().println("stopped; the records stay in " + folder.root());
        }
        return ExitCode.OK;
    }

    private static ConsoleSettings consoleSettings() {
        return ConsoleSettings.defaults()
                .withToken(TOKEN.reveal())
                .withPopulation(Population.small().withIncidents(300))
                .withRate(EVENTS_A_SECOND);
    }

    private static Connection connection(int port) {
        String host = "127.0.0.1:" + port;
        Connection.Time time = SystemClocks.time();
        return new Connection(ORIGIN, host, TOKEN, Wiring.loopback(List.of(host), time), time);
    }

    private void greet(int port) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("a simulated Canary Console lives at http://127.0.0.1:" + port + "; Birdsong collects from it");
        out.println("search in another terminal, such as:  ./birdsong search msg_class:canary_incidents");
        out.println("end with Ctrl-C");
        out.println();
        out.flush();
    }
}
