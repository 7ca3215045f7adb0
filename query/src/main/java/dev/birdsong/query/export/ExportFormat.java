// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import dev.birdsong.spi.lake.Hit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// How exported records are written.
public enum ExportFormat {
    /// A JSON object a line.
    NDJSON {
        @Override
        public Writer writer(OutputStream out, List<String> fields) {
            return fields.isEmpty() ? new WholeRecords(out) : new SomeFields(out, fields);
        }
    },
    /// A line for each record, values with commas between them, after a line with the names of the fields.
    CSV {
        @Override
        public Writer writer(OutputStream out, List<String> fields) {
            return new CsvLines(out, fields.isEmpty() ? UsualFields.NAMES : fields);
        }
    };

    /// Writes to this stream.
    ///
    /// @param fields paths; none: all of them, or for CSV the usual
    public abstract Writer writer(OutputStream out, List<String> fields);

    /// Writes records one by one.
    public interface Writer {

        /// What comes before the first record.

        void begin() throws IOException;

        /// Writes one.
        void write(Hit hit) throws IOException;
    }
}
