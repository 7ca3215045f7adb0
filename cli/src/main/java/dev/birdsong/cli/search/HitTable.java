// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import dev.birdsong.query.export.DocumentFields;
import dev.birdsong.spi.lake.Hit;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Records as a table of some of their fields, some at a time: the heads are shown once, and columns only grow.
final class HitTable implements Shown {

    private final List<String> fields;
    private final PrintWriter out;
    private List<Integer> widths = List.of();

    HitTable(List<String> fields, PrintWriter out) {
        this.fields = List.copyOf(fields);
        this.out = out;
    }

    @Override
    public void show(List<Hit> hits) {
        boolean isFirst = widths.isEmpty();
        var table = new Table(fields, hits.stream().map(this::row).toList(), widths);
        widths = table.widths();
        table.print(out, isFirst);
        out.flush();
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
