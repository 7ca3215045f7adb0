// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import dev.birdsong.query.export.ExportFormat;
import dev.birdsong.spi.lake.Hit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Shows records as they are found, some at a time.
public interface Shown {

    /// Shows some; what comes before the first of all is shown once, even where there are none.
    void show(List<Hit> hits);

    /// A table of these fields.
    static Shown table(List<String> fields, PrintWriter out) {
        return new HitTable(fields, out);
    }

    /// Lines, as they are exported.
    ///
    /// @param fields none: all of them, or for CSV the usual
    static Shown lines(ExportFormat format, List<String> fields, PrintWriter out) {
        var bytes = new ByteArrayOutputStream();
        ExportFormat.Writer writer = format.writer(bytes, fields);
        write(writer::begin);
        return hits -> {
            hits.forEach(hit -> write(() -> writer.write(hit)));
            out.print(bytes.toString(StandardCharsets.UTF_8));
            out.flush();
            bytes.reset();
        };
    }

    /// Something that is written to memory.
    @FunctionalInterface
    interface Written {

        /// Writes it.
        void run() throws IOException;
    }

    private static void write(Written written) {
        try {
            written.run();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
    }
}
