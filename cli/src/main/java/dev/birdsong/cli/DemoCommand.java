// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.server.BirdsongServer;
import dev.birdsong.server.access.Passwords;
import dev.birdsong.server.parts.FirstStart;
import dev.birdsong.server.parts.Parts;
import dev.birdsong.server.parts.SignInReset;
import dev.birdsong.settings.Settings;
import dev.birdsong.spi.connector.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `demo`: a simulated console with a life of its own, and a server that collects from it.
@Command(
        name = "demo",
        description = "Run a server that collects from a simulated console, and show what comes in.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final double EVENTS_A_SECOND = 0.5;
    private static final Secret TOKEN = new Secret("demo-token");

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settings;

    @Option(
            names = "--rounds",
            defaultValue = "0",
            description = "End once new records were shown so often; 0: when it is stopped.")
    private int rounds;

    static LakeFolder folder(Path dataDir) {
        return new LakeFolder(dataDir.resolve("demo"));
    }

    @Override
    public Integer call() throws IOException {
        Settings given = settings.read();
        try (SimulatedConsole console = SimulatedConsole.start(consoleSettings())) {
            String host = "127.0.0.1:" + console.port();
            try (BirdsongServer server = BirdsongServer.start(new DemoSettings(given).with(host))) {
                show(server, host);
            }
        } catch (InterruptedException stopped) {
            spec.commandLine()
                    .getErr()
                    .println("stopped; the records stay in "
                            + folder(given.dataDir()).root());
        }
        return ExitCode.OK;
    }

    private static ConsoleSettings consoleSettings() {
        return ConsoleSettings.defaults()
                .withToken(TOKEN.reveal())
                .withPopulation(Population.small().withIncidents(300))
                .withRate(EVENTS_A_SECOND);
    }

    private void show(BirdsongServer server, String host) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Parts parts = server.parts();
        long began = parts.time().wall().millis();
        FirstStart.Made signIn = new SignInReset(
                        parts.state(),
                        parts.random(),
                        Passwords::hash,
                        parts.time().wall())
                .run();
        greet(server.address(), host, signIn);
        Secret key = signIn.apiKey().orElseThrow();
        try (ApiClient api = new ApiClient(server.address(), key)) {
            new DemoConnector(api, host, TOKEN).collect(out);
            new DemoRounds(new NewRecords(api, began), out).run(rounds);
        }
    }

    private void greet(URI address, String host, FirstStart.Made signIn) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("a simulated Canary Console lives at http://" + host + "; Birdsong collects from it");
        out.println("Birdsong answers at " + address + "; sign in, until the next demo starts, with");
        new SignInLines(out).print(signIn);
        out.println("search in another terminal, such as:  ./birdsong search msg_class:canary_incidents");
        out.println("end with Ctrl-C");
        out.println();
        out.flush();
    }
}
