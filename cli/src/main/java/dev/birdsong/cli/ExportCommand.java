// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.query.export.ExportFormat;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Hit;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `export`: every record that matches, on standard output.
@Command(
        name = "export",
        description = "Write every record that matches a query to standard output, newest first.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    @Mixin
    private LakeOption lake;

    @Mixin
    private QueryOptions query;

    @Option(names = "--format", defaultValue = "ndjson", description = "ndjson or csv: ${DEFAULT-VALUE}.")
    private ExportFormat format;

    @Option(names = "--fields", split = ",", description = "The fields, by path; all of them, or for csv the usual.")
    private List<String> fields = List.of();

    @Override
    public Integer call() {
        try (DataLake open = Wiring.readOnlyLake(lake.folder());
                OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER)) {
            ExportFormat.Writer writer = format.writer(out, fields);
            writer.begin();
            open.export(Wiring.EVERY_TENANT, query.selection(), hit -> write(writer, hit));
            return ExitCode.OK;
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException("cannot write to standard output: " + e.getMessage(), e);
        }
    }

    private static boolean write(ExportFormat.Writer writer, Hit hit) {
        try {
            writer.write(hit);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
