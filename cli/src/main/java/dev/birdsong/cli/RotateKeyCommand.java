// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.settings.Settings;
import dev.birdsong.state.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `rotate-key`: seals all secrets by a new key.
@Command(
        name = "rotate-key",
        description = {
            "Encrypt all secrets in the database by a new key, and drop the old one from the key file.",
            "Works whether the server runs or not; stopped half-way, run it again."
        },
        mixinStandardHelpOptions = true)
final class RotateKeyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settings;

    @Override
    public void run() {
        Settings read = settings.read();
        try (State state = Wiring.state(read)) {
            int secrets = state.keyRotation().run();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%,d secrets are encrypted by a new key in %s; keep a copy of it%n",
                            secrets, read.state().keyFile());
        }
    }
}
