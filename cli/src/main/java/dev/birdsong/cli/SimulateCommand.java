// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `simulate`: the simulated console alone, until it is stopped.
@Command(
        name = "simulate",
        description = "Run a simulated Canary Console on loopback until it is stopped.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PopulationOptions population;

    @Option(names = "--port", defaultValue = "18080", description = "0 for any that is free: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--token", defaultValue = "simulated-token", description = "The auth token: ${DEFAULT-VALUE}.")
    private String token;

    @Option(names = "--rate", defaultValue = "0", description = "Events a second of its own life: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(names = "--fault", description = "A fault such as 'status=503,count=3'; see docs/simulator.md.")
    private List<String> faults = List.of();

    @Option(names = "--set", description = "A switch such as page-order=descending; see docs/simulator.md.")
    private Map<String, String> switches = Map.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (SimulatedConsole console = SimulatedConsole.start(settings())) {
            tell(console.port());
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            spec.commandLine().getErr().println("stopped");
        }
        return ExitCode.OK;
    }

    private ConsoleSettings settings() {
        try {
            ConsoleSettings settings = new ConsoleSettings(
                    port,
                    token,
                    population.population(),
                    rate,
                    ConsoleSettings.defaults().switches(),
                    faults.stream().map(Fault::parse).toList());
            for (Map.Entry<String, String> one : switches.entrySet()) {
                settings = settings.with(one.getKey(), one.getValue());
            }
            return settings;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private void tell(int actualPort) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("a simulated console answers at http://127.0.0.1:%d, token '%s'%n", actualPort, token);
        out.printf("collect from it:%n  printf %%s '%s' > token%n", token);
        out.printf(
                "  BIRDSONG_INSECURE_CONSOLES=127.0.0.1:%1$d ./birdsong collect --host 127.0.0.1:%1$d"
                        + " --token-file token --out lake%n",
                actualPort);
        out.flush();
    }
}
