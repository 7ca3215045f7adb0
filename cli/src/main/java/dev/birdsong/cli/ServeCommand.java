// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.server.BirdsongServer;
import dev.birdsong.server.parts.FirstStart;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `serve`: the server, until it is stopped.
@Command(
        name = "serve",
        description = "Run the server, from the settings, until it is stopped.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settings;

    @Override
    public Integer call() {
        try (BirdsongServer server = BirdsongServer.start(settings.read())) {
            PrintWriter out = spec.commandLine().getOut();
            server.made().filter(ServeCommand::isNews).ifPresent(made -> {
                out.println("the first user was made, who may do all; this is shown once, so keep it:");
                new SignInLines(out).print(made);
            });
            out.println("Birdsong answers at " + server.address() + "; end with Ctrl-C");
            out.flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            spec.commandLine().getErr().println("stopped");
        }
        return ExitCode.OK;
    }

    private static boolean isNews(FirstStart.Made made) {
        return made.password().isPresent() || made.apiKey().isPresent();
    }
}
