// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Fetched;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.RecordSink;

/// A collector around whose pages the process can end.
record HaltingCollector(Collector collector, Halt halt) implements Collector {

    @Override
    public Fetched fetch(Position after, RecordSink sink) throws InterruptedException {
        halt.at(Step.BETWEEN_PAGES);
        Fetched fetched = collector.fetch(after, sink);
        halt.at(Step.AFTER_FETCH);
        return fetched;
    }

    @Override
    public void close() {
        collector.close();
    }
}
