// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.PutResult;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// Pages that were read and are on their way to the disk, in the order they were read. The position moves over a page
/// once it and all before it are durable. Used by one thread.
final class PagesInFlight {

    /// Enough to keep a lake busy that commits once a second.
    private static final int MOST = 64;

    private final StreamKey stream;
    private final Round.Ports ports;
    private final Queue<Page> pages = new ArrayDeque<>();
    private PutResult durable = PutResult.NONE;

    private record Page(Position next, List<Acknowledgement> puts, PageNotes notes) {
        boolean isDone() {
            return puts.stream().allMatch(Acknowledgement::isDone);
        }
    }

    PagesInFlight(StreamKey stream, Round.Ports ports) {
        this.stream = stream;
        this.ports = ports;
    }

    /// Adds a page, and moves the position over those that are durable by now; waits while there are too many.
    void add(Position next, List<Acknowledgement> puts, PageNotes notes) throws InterruptedException {
        pages.add(new Page(next, puts, notes));
        advance(MOST);
    }

    /// Waits for all of them, and for puts of a page that did not come to its end: over that the position does not
    /// move.
    void finish(List<Acknowledgement> ofNoPage) throws InterruptedException {
        advance(0);
        awaitAll(ofNoPage);
    }

    /// What became of the records that are durable.
    PutResult durable() {
        return durable;
    }

    private void advance(int most) throws InterruptedException {
        Page last = null;
        PageNotes notes = new PageNotes(ports.ledger().wanted());
        while (!pages.isEmpty() && (pages.size() > most || pages.element().isDone())) {
            last = pages.element();
            awaitAll(last.puts());
            notes.add(last.notes());
            pages.remove();
        }
        if (last != null) {
            Position next = last.next();
            ports.ledger()
                    .settle(notes.settled(ports.lake()), () -> ports.positions().advance(stream, next));
        }
    }

    private void awaitAll(List<Acknowledgement> puts) throws InterruptedException {
        for (Acknowledgement put : puts) {
            durable = durable.plus(put.await());
        }
    }
}
