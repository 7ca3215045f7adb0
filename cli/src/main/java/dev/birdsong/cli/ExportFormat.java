// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.spi.lake.Hit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// How exported records are written.
enum ExportFormat {
    NDJSON {
        @Override
        Writer writer(OutputStream out, List<String> fields) {
            return fields.isEmpty() ? new WholeRecords(out) : new SomeFields(out, fields);
        }
    },
    CSV {
        @Override
        Writer writer(OutputStream out, List<String> fields) {
            return new CsvLines(out, fields.isEmpty() ? SearchColumns.NAMES : fields);
        }
    };

    abstract Writer writer(OutputStream out, List<String> fields);

    /// Writes records one by one.
    interface Writer {

        void begin() throws IOException;

        void write(Hit hit) throws IOException;
    }
}
