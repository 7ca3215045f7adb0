// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// `./birdsong`: the way to every command.
@Command(
        name = "birdsong",
        mixinStandardHelpOptions = true,
        description = "Collects what Thinkst Canary consoles know into a lake that can be searched.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            CollectCommand.class,
            SearchCommand.class,
            ExportCommand.class,
            ApplyCommand.class,
            ReconcileCommand.class,
            SimulateCommand.class,
            ResetAdminCommand.class,
            RotateKeyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VersionCommand.class,
            HelpCommand.class
        },
        footer = {"", "Start with: birdsong demo"})
public final class Main implements Callable<Integer> {

    /// Runs a command and ends with its exit status: 0 done, 1 failed, 2 wrong usage.
    public static void main(String[] arguments) {
        Quiet.libraries();
        // records are UTF-8, whatever the terminal says of itself
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(Stopping.runs(() -> commandLine().setOut(out).execute(arguments)));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(new OneLineErrors())
                .setParameterExceptionHandler(new OneLineErrors())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() {
        new CommandLine(this).usage(System.err);
        return CommandLine.ExitCode.USAGE;
    }
}
