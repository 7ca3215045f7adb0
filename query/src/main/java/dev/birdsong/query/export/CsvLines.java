// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import dev.birdsong.spi.lake.Hit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// CSV as RFC 4180 has it, safe to open in a spreadsheet: a value that one would take for a formula begins with an
/// apostrophe.
final class CsvLines implements ExportFormat.Writer {

    private final OutputStream out;
    private final List<String> fields;
    private final WantedFields wanted;

    CsvLines(OutputStream out, List<String> fields) {
        this.out = out;
        this.fields = List.copyOf(fields);
        this.wanted = new WantedFields(fields);
    }

    @Override
    public void begin() throws IOException {
        line(fields);
    }

    @Override
    public void write(Hit hit) throws IOException {
        Map<String, String> values = wanted.of(hit.document());
        line(fields.stream().map(field -> values.getOrDefault(field, "")).toList());
    }

    private void line(List<String> values) throws IOException {
        out.write(new CsvLine(values).text().getBytes(StandardCharsets.UTF_8));
    }
}
