// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.spi.connector.StartFrom;
import java.io.IOException;
import java.nio.file.Path;

/// Reads one huge answer in a process of its own, whose heap is given on its command line.
final class HugeAnswer {

    private HugeAnswer() {}

    /// Reads it and prints what came of it.
    ///
    /// @param args `alphabetical` or `reversed`, how many incidents, events in each, and the folder for temporary
    ///     files
    public static void main(String[] args) throws BrokenPageException, IOException, InterruptedException {
        int incidents = Integer.parseInt(args[1]);
        int events = Integer.parseInt(args[2]);
        StreamedAnswer answer = args[0].equals("reversed")
                ? StreamedAnswer.reversed(incidents, events)
                : StreamedAnswer.alphabetical(incidents, events);
        CountedRecords sink = new CountedRecords();
        Page page =
                new IncidentPageReader(CollectedRecords.ORIGIN, 0, StartFrom.ALL, Path.of(args[3])).read(answer, sink);
        System.out.printf("%d incidents, %d records, %d MB%n", page.ids().count(), sink.records, answer.length() >> 20);
    }
}
