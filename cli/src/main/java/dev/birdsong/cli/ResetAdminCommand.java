// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.server.access.Passwords;
import dev.birdsong.server.parts.FirstStart;
import dev.birdsong.server.parts.SignInReset;
import dev.birdsong.state.State;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `reset-admin`: another sign-in for the first Super Admin, straight in the database.
@Command(
        name = "reset-admin",
        description = {
            "Give the first Super Admin a new password and a new API key, or make one where there is none.",
            "Works on the database, whether the server runs or not."
        },
        mixinStandardHelpOptions = true)
final class ResetAdminCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settings;

    @Override
    public void run() {
        try (State state = Wiring.state(settings.read())) {
            FirstStart.Made made = new SignInReset(state, new SecureRandom(), Passwords::hash, Clock.systemUTC()).run();
            PrintWriter out = spec.commandLine().getOut();
            out.println("signs in from now on; this is shown once, so keep it:");
            new SignInLines(out).print(made);
        }
    }
}
