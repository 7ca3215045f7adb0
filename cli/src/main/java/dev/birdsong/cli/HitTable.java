// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.query.export.DocumentFields;
import dev.birdsong.spi.lake.Hit;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Records as a table of some of their fields.
record HitTable(List<String> fields) {

    void print(List<Hit> hits, PrintWriter out) {
        new Table(fields, hits.stream().map(this::row).toList()).print(out);
    }

    private List<String> row(Hit hit) {
        Map<String, String> values = DocumentFields.of(hit.document());
        return fields.stream()
                .map(field -> shown(field, values.getOrDefault(field, "")))
                .toList();
    }

    private static String shown(String field, String value) {
        boolean time = (field.equals("timestamp") || field.equals("write_time")) && value.matches("-?[0-9]{1,15}");
        return time
                ? Instant.ofEpochMilli(Long.parseLong(value))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                : value;
    }
}
