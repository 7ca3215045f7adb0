// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.backup.Backup;
import dev.birdsong.server.parts.Version;
import dev.birdsong.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `backup`: copies all that a server keeps.
@Command(
        name = "backup",
        description = {
            "Copy the state and the lake, from which 'restore' makes them again.",
            "Works on the files, whether the server runs or not; nobody waits for it."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settings;

    @Parameters(
            paramLabel = "FILE-or-FOLDER",
            description = "A new folder; or a new file, where the name ends with .zip.")
    private Path to;

    @Option(
            names = "--with-key",
            description = "Put the key file into it too: whoever has the backup can then read the auth tokens.")
    private boolean withKey;

    @Option(
            names = "--without-state",
            description = "Copy the lake alone, for a state in PostgreSQL that was dumped just before.")
    private boolean withoutState;

    @Override
    public Integer call() throws InterruptedException {
        Settings read = settings.read();
        Backup.Made made =
                new Backup(read, Clock.systemUTC(), Version.text()).run(to, new Backup.Choice(withKey, !withoutState));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%,d bytes in %,d files are backed up in %s, %,d partitions of the lake among them%n",
                made.bytes(), made.files(), to, made.partitions());
        out.println(
                withKey
                        ? "the keys are in it: keep it where nobody else can read it"
                        : "the keys are not in it: keep a copy of "
                                + read.state().keyFile() + " elsewhere, without it the auth tokens cannot be read");
        return ExitCode.OK;
    }
}
