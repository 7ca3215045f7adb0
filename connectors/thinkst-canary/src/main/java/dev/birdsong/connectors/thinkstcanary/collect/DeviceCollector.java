// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.PageReader;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.Fetched;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.RecordSink;
import java.time.Duration;
import java.util.function.LongFunction;

/// Collects the devices. The console shows all of them in one answer, so that a round is one request; when the round
/// began is part of the ids of its snapshots, and is kept before anything is asked.
public final class DeviceCollector implements Collector {

    /// A round begins anew after a day, less what a daily schedule may be early by.
    private static final long ROUND = Duration.ofHours(24).minusMinutes(1).toMillis();

    private final Connection connection;
    private final Console console;
    private final LongFunction<PageReader> readers;

    /// @param readers a reader by the start of its round, epoch milliseconds
    public DeviceCollector(Connection connection, LongFunction<PageReader> readers) {
        this.connection = connection;
        this.console = new Console(connection);
        this.readers = readers;
    }

    /// When the round of a position began, epoch milliseconds.
    public static long round(Position position) {
        return DeviceState.parse(position.text()).round();
    }

    @Override
    public Fetched fetch(Position after, RecordSink sink) throws InterruptedException {
        DeviceState state = DeviceState.parse(after.text());
        long now = connection.time().wall().millis();
        if (!state.open() && Math.abs(now - state.round()) >= ROUND) {
            // versions of devices are rounds, and must grow even where the clock was set back
            return new Fetched(new DeviceState(Math.max(now, state.round() + 1), true, false).position(), true);
        }
        return switch (console.ask(Feed.DEVICES.all(), readers.apply(state.round()), sink)) {
            case Reading.Whole whole -> new Fetched(new DeviceState(state.round(), false, false).position(), false);
            case Reading.Cut cut -> throw console.cut(cut);
            case Reading.Broken broken -> again(state, broken, sink);
        };
    }

    /// There is nothing smaller to ask for: asked for once more, what is broken is kept and reported.
    private Fetched again(DeviceState state, Reading.Broken broken, RecordSink sink) throws InterruptedException {
        if (!state.broken()) {
            return new Fetched(new DeviceState(state.round(), true, true).position(), true);
        }
        sink.quarantine(broken.fault());
        throw console.unreadable("sends a list of devices that cannot be read to its end");
    }

    @Override
    public void close() {}
}
