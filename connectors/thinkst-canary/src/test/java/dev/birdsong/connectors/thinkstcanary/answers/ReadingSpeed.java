// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.spi.connector.StartFrom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// Measures how many records a second one thread makes of answers that lie in memory: 1,000 incidents of three
/// events each. Run its `main`.
final class ReadingSpeed {

    private ReadingSpeed() {}

    /// Prints one line a second.
    public static void main(String[] args) throws BrokenPageException, IOException, InterruptedException {
        byte[] page = StreamedAnswer.alphabetical(1000, 3).readAllBytes();
        IncidentPageReader reader = new IncidentPageReader(CollectedRecords.ORIGIN, 0, StartFrom.ALL, Path.of("."));
        for (int round = 0; round < 12; round++) {
            CountedRecords sink = new CountedRecords();
            long begin = System.nanoTime();
            long pages = 0;
            while (System.nanoTime() - begin < 1_000_000_000L) {
                reader.read(new ByteArrayInputStream(page), sink);
                pages++;
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,.0f records/s, %,.0f MB/s in%n",
                    sink.records / seconds,
                    pages * page.length / seconds / 1e6);
        }
    }
}
