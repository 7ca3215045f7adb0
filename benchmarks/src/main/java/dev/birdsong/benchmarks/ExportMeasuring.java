// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import dev.birdsong.query.QueryParser;
import dev.birdsong.query.export.ExportFormat;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Index;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// Exports all records to nowhere, and prints how fast and in how much memory.
record ExportMeasuring(DataLake lake, QueryParser parser) {

    void print(long records) throws IOException {
        System.out.println("| export | records/s | CPU, microseconds a record | heap, most MB |");
        System.out.println("|---|---|---|---|");
        for (ExportFormat format : ExportFormat.values()) {
            print(format, records);
        }
    }

    private void print(ExportFormat format, long records) throws IOException {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        var exported = new LongAdder();
        long cpu = SearchMeasuring.cpuNanos();
        long began = System.nanoTime();
        try (OutputStream nowhere = OutputStream.nullOutputStream()) {
            ExportFormat.Writer writer = format.writer(nowhere, List.of());
            writer.begin();
            var all = new Selection(EnumSet.allOf(Index.class), parser.parse(""));
            lake.export(new TenantScope.All(), all, hit -> write(writer, hit, exported));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double spent = (SearchMeasuring.cpuNanos() - cpu) / 1e3 / records;
        System.out.printf(
                "| all %,d as %s | %,.0f | %.1f | %,d |%n", exported.sum(), format, records / seconds, spent, peak());
    }

    private static boolean write(ExportFormat.Writer writer, Hit hit, LongAdder exported) {
        try {
            writer.write(hit);
            exported.increment();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool ->
                                pool.getName().contains("Gen") || pool.getName().contains("Eden"))
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (1 << 20);
    }
}
