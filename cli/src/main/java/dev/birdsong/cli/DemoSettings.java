// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.settings.ConsoleSettings;
import dev.birdsong.settings.ServerSettings;
import dev.birdsong.settings.ServerSettings.Listen;
import dev.birdsong.settings.Settings;
import dev.birdsong.settings.StateSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The settings of the demo's server: a folder of its own, loopback, and the simulated console alone to be asked.
record DemoSettings(Settings given) {

    private static final String LOOPBACK = "127.0.0.1";

    Settings with(String consoleHost) {
        Path folder = DemoCommand.folder(given.dataDir()).root();
        return new Settings(
                folder,
                new ConsoleSettings(List.of(), List.of(consoleHost), Optional.empty(), Optional.empty()),
                given.retention(),
                new ServerSettings(
                        new Listen(LOOPBACK, port()), Optional.empty(), Optional.empty(), false, List.of(), List.of()),
                new StateSettings(
                        "jdbc:sqlite:" + folder.resolve("birdsong.db"),
                        folder.resolve("secret.key"),
                        new StateSettings.Admin(Optional.empty(), Optional.empty(), Optional.empty())),
                given.node(),
                given.messages());
    }

    /// The one that is set, or any that is free where another program has it.
    private int port() {
        int wanted = given.server().listen().port();
        try (ServerSocket free = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return wanted == 0 ? 0 : free.getLocalPort();
        } catch (IOException inUse) {
            return 0;
        }
    }
}
