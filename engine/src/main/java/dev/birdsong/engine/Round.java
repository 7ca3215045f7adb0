// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Fetched;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.LakeException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// One run of a content type, from where its position stands to the end of what the console has.
///
/// Start reading here: a page is fetched, its records go through the filters into the lake, and the position moves once
/// the lake has them for good. The next page is read meanwhile. Whatever goes wrong in between, what was read by then
/// is
/// put, the position stands before it, and the next round asks again.
public final class Round {

    private final StreamKey stream;
    private final Collector collector;
    private final Ports ports;
    private final Asking asking;
    private final RoundListener listener;
    private final PutSink sink;
    private final PagesInFlight inFlight;

    /// Where the records of a round go and where it keeps its place.
    public record Ports(
            DataLake lake, Positions positions, Quarantine quarantine, LogFilters filters, StreamLedger ledger) {}

    /// How a round asks again.
    public record Asking(RetryPolicy policy, Sleeper sleeper, RandomGenerator random) {}

    public Round(StreamKey stream, Collector collector, Ports ports, Asking asking, RoundListener listener) {
        this.stream = stream;
        this.collector = collector;
        this.ports = ports;
        this.asking = asking;
        this.listener = listener;
        this.sink = new PutSink(stream, ports);
        this.inFlight = new PagesInFlight(stream, ports);
    }

    /// Runs it to its end, once.
    ///
    /// @throws LakeException if the lake cannot take the records; the position stands before them
    /// @throws PositionException if the position cannot be read or moved
    public RoundOutcome run() throws InterruptedException {
        return run(() -> true);
    }

    /// Runs it, once, until it is done or told to stop.
    ///
    /// @param goOn asked after each page; when a stopped round returns, what it read is durable and the position
    ///     behind it
    /// @throws LakeException if the lake cannot take the records; the position stands before them
    /// @throws PositionException if the position cannot be read or moved
    public RoundOutcome run(BooleanSupplier goOn) throws InterruptedException {
        try {
            Fetched last = page(ports.positions().load(stream));
            while (last.more() && goOn.getAsBoolean()) {
                last = page(last.next());
            }
            inFlight.finish(List.of());
            return last.more() ? new RoundOutcome.Stopped(counts()) : new RoundOutcome.Complete(counts());
        } catch (CollectException failure) {
            inFlight.finish(sink.unfinished());
            return new RoundOutcome.Failed(counts(), failure);
        }
    }

    private Fetched page(Position after) throws InterruptedException {
        Fetched fetched = fetch(after);
        List<Acknowledgement> puts = sink.endPage();
        inFlight.add(fetched.next(), puts, sink.notes());
        listener.progressed(counts());
        return fetched;
    }

    private Fetched fetch(Position position) throws InterruptedException {
        var retries = new Retries(asking.policy(), asking.random());
        while (true) {
            try {
                return collector.fetch(position, sink);
            } catch (CollectException failure) {
                sink.flush();
                Duration wait = retries.againIn(failure).orElseThrow(() -> failure);
                listener.waits(failure, wait);
                asking.sleeper().sleep(wait);
            }
        }
    }

    private RoundCounts counts() {
        return sink.counts().withPut(inFlight.durable());
    }
}
