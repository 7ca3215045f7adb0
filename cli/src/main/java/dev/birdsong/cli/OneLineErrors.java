// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.api.ApiException;
import dev.birdsong.cli.backup.BackupException;
import dev.birdsong.engine.PositionException;
import dev.birdsong.query.QueryException;
import dev.birdsong.settings.SettingsException;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.state.sql.StateException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Tells a failure in one line on standard error: what went wrong and what to do.
final class OneLineErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return switch (failure) {
            case InterruptedException _ -> tell(command, "stopped", ExitCode.SOFTWARE);
            case CommandException _,
                    ApiException _,
                    BackupException _,
                    StateException _,
                    LakeException _,
                    PositionException _,
                    SettingsException _,
                    QueryException _ -> tell(command, String.valueOf(failure.getMessage()), ExitCode.SOFTWARE);
            default -> tell(command, unexpected(failure), ExitCode.SOFTWARE);
        };
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        String name = failure.getCommandLine().getCommandSpec().qualifiedName();
        return tell(failure.getCommandLine(), failure.getMessage() + " (see '" + name + " --help')", ExitCode.USAGE);
    }

    private static int tell(CommandLine command, String message, int status) {
        command.getErr().println("birdsong: " + message.lines().findFirst().orElse("failed"));
        return status;
    }

    private static String unexpected(Exception failure) {
        String where = failure.getStackTrace().length == 0 ? "" : " at " + failure.getStackTrace()[0];
        return "this should not happen, please report it: " + failure + where;
    }
}
