// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.backup.Restore;
import dev.birdsong.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `restore`: puts a backup back.
@Command(
        name = "restore",
        description = {
            "Put a backup into the data directory of the settings, for a server to go on from.",
            "The server must not run. All of it is restored, or nothing; one that is cut is to be run again."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settings;

    @Parameters(paramLabel = "FILE-or-FOLDER", description = "What 'backup' made.")
    private Path from;

    @Option(names = "--force", description = "Give up what is in the data directory now.")
    private boolean force;

    @Option(names = "--check", description = "Only read the backup to its end, and tell whether it is whole.")
    private boolean check;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (check) {
            tell(out, Restore.check(from), from + " is whole:");
            return ExitCode.OK;
        }
        Settings read = settings.read();
        Restore.Restored restored = new Restore(read).run(from, force);
        tell(out, restored, "restored to " + read.dataDir() + ":");
        if (restored.keyMissing()) {
            out.println("the keys are not in it: put your copy of the key file to "
                    + read.state().keyFile() + " (chmod 600) before you start the server");
        }
        return ExitCode.OK;
    }

    private static void tell(PrintWriter out, Restore.Restored restored, String what) {
        out.printf(
                "%s %,d bytes in %,d files, of %s%n",
                what, restored.bytes(), restored.files(), Instant.ofEpochMilli(restored.madeAt()));
        if (restored.stateElsewhere()) {
            out.println("the state is not in it: restore its dump, of just before, with pg_restore");
        }
    }
}
