// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.PageReader;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.Fetched;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.time.MonotonicClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// Collects a list of the console by its ids: incidents, or the audit trail.
///
/// A round is a walk through all that is newer than where nothing comes late any more. Of the audit trail, which begins
/// with the newest, a long walk is left for a moment now and then to look for new records: these are a walk of their
/// own,
/// and come first.
public final class ListCollector implements Collector {

    private final Connection connection;
    private final Console console;
    private final Feed feed;
    private final LongFunction<PageReader> readers;
    private boolean begun;

    private ListCollector(Connection connection, Feed feed, LongFunction<PageReader> readers) {
        this.connection = connection;
        this.console = new Console(connection);
        this.feed = feed;
        this.readers = readers;
    }

    /// Collects incidents.
    ///
    /// @param readers a reader by the epoch of its records
    public static Collector incidents(Connection connection, LongFunction<PageReader> readers) {
        return new ListCollector(connection, Feed.INCIDENTS, readers);
    }

    /// Collects the audit trail.
    public static Collector audit(Connection connection, PageReader reader) {
        return new ListCollector(connection, Feed.AUDIT, epoch -> reader);
    }

    /// Where to go on when everything that is newer than an id is to be read again.
    public static Position rewound(Position position, long id, MonotonicClock clock) {
        return Collected.of(position, Moment.of(clock)).rewoundTo(id).position();
    }

    /// The epoch of what is read at a position.
    public static long epoch(Position position) {
        return Versioned.parse(position.text()).number("epoch");
    }

    @Override
    public Fetched fetch(Position after, RecordSink sink) throws InterruptedException {
        Moment now = Moment.of(connection.time().monotonic());
        Collected before = Collected.of(after, now);
        PageReader reader = readers.apply(before.epoch());
        if (before.walks().isEmpty()
                && before.times().checkIsDue()
                && before.marks().position() > 0) {
            if (hasGoneBack(before.marks().position(), reader)) {
                return new Fetched(before.gone().position(), true);
            }
            before = before.with(before.times().checkedNow());
        }
        Collected ready = begin(before);
        Walk walk = ready.walks().getFirst();
        Walker walker = new Walker(console, feed, reader);
        Collected next = after(ready, walker.step(walk, ready.size(), sink));
        // a walk of an earlier round may leave out what has come since then
        return new Fetched(next.position(), !next.walks().isEmpty() || !begun);
    }

    /// Whether the console no longer knows the position: its ids went back, or the newest record was deleted.
    private boolean hasGoneBack(long position, PageReader reader) throws InterruptedException {
        return new Probe(console, feed, reader).shownAbove(position - 1).count() == 0;
    }

    private Collected begin(Collected state) {
        if (state.walks().isEmpty()) {
            begun = true;
            return push(state, state.marks().next());
        }
        Chain open = state.walks().getFirst().chain();
        boolean behind = !feed.moves() && open.next().begun() && open.order() == Order.DOWN;
        return behind && state.times().headIsDue()
                ? push(state, new Reach(state.marks().position(), 0))
                : state;
    }

    private static Collected push(Collected state, Reach reach) {
        List<Walk> walks = new ArrayList<>(state.walks());
        walks.addFirst(Walk.begin(reach, state.size()));
        return state.with(walks).with(state.times().headNow());
    }

    private Collected after(Collected state, Step step) {
        List<Walk> rest = state.walks().subList(1, state.walks().size());
        Collected sized = state.with(step.size()).with(state.times().afterPage());
        return switch (step) {
            case Step.Done(Walk walk, PageSize size) -> {
                Collected done = sized.with(done(state.marks(), walk)).with(rest);
                yield feed.moves() ? done : onceMore(done, walk);
            }
            case Step.Going(Walk walk, PageSize size) -> {
                List<Walk> walks = new ArrayList<>(rest);
                walks.addFirst(walk);
                // what lies between the position and this walk is kept as the walk itself
                Marks marks = feed.moves()
                        ? state.marks()
                        : state.marks().reached(walk.chain().extent().top());
                yield sized.with(marks).with(walks);
            }
        };
    }

    /// After several pages downwards there may be something new, so that the round looks at the top once more.
    private static Collected onceMore(Collected state, Walk walk) {
        long top = walk.chain().extent().top();
        boolean worth = state.walks().isEmpty()
                && walk.chain().order() == Order.DOWN
                && top > walk.reach().since();
        return worth ? push(state, new Reach(top, walk.reach().floor())) : state;
    }

    private Marks done(Marks marks, Walk walk) {
        Extent extent = walk.chain().extent();
        Marks reached = marks.reached(extent.top());
        Marks settled = reached.settledAt(Math.min(walk.reach().floor(), extent.top()));
        boolean nothingMissing = !feed.moves()
                && walk.reach().since() <= settled.settled()
                && extent.denseDownTo(walk.reach().since());
        return nothingMissing ? settled.settledAt(extent.top()) : settled;
    }

    @Override
    public void close() {}
}
