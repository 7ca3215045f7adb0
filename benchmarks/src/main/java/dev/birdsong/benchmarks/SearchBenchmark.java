// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.query.QueryParser;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/// Measures searches over a lake of many records: kinds of query, counts, and exports.
public final class SearchBenchmark {

    private SearchBenchmark() {}

    /// Prints a table. Takes how many records, how often each kind of search is asked, and the folder of the lake.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long records = arguments.length > 0 ? Long.parseLong(arguments[0]) : 5_000_000;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        Path folder = Path.of(arguments.length > 2 ? arguments[2] : "benchmarks/target/search-" + records);
        String only = arguments.length > 3 ? arguments[3] : "";
        Schema schema = InterflowFields.SCHEMA.with(new ThinkstCanary(folder.resolve("spool")).fields());
        try (DataLake lake = new FilledLake(folder, records, schema).open()) {
            var parser = new QueryParser(schema, () -> Instant.ofEpochMilli(ManyRecords.END));
            var searches = new Searches(lake, parser, new Random(2));
            var measuring = new SearchMeasuring(times, only);
            measuring.head();
            searches.newest().forEach(measuring::search);
            searches.counted().forEach(measuring::search);
            if ("export".contains(only)) {
                new ExportMeasuring(lake, parser).print(records);
            }
        }
    }
}
