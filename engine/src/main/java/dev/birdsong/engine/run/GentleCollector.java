// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.Sleeper;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Fetched;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.RecordSink;
import java.time.Duration;

/// Leaves the source in peace for a moment before each page.
record GentleCollector(Collector collector, Sleeper sleeper, Duration pause) implements Collector {

    @Override
    public Fetched fetch(Position after, RecordSink sink) throws InterruptedException {
        sleeper.sleep(pause);
        return collector.fetch(after, sink);
    }

    @Override
    public void close() {
        collector.close();
    }
}
