// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Page;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.connector.Shown;
import dev.birdsong.spi.record.Document;

/// Narrows a page that cannot be read down to the record at fault, keeps its bytes and goes past it.
record BrokenPage(Console console, Probe probe, Walk walk, Reading.Broken broken) {

    private static final int PASSED = 20;
    private static final long FARTHEST = 1L << 40;

    /// Asks for the page once more, then in smaller pieces; then passes the one record.
    Step pass(PageSize size, RecordSink sink) throws InterruptedException {
        Chain chain = walk.chain();
        if (walk.trouble().broken() == 0) {
            return going(walk.with(walk.trouble().afterBrokenPage()), size);
        }
        Page before = broken.before();
        boolean single = chain.start().limit() == 1 && before.ids().count() == 0;
        if (up()) {
            long from = Math.max(chain.extent().top(), before.ids().highest());
            return single
                    ? passed(going(from(search(from), size.size(), Order.UP), size), sink)
                    : going(walk.from(from, 1), size);
        }
        if (single) {
            return passed(beyond(size), sink);
        }
        return going(walk.again(Math.max(1, chain.start().limit() / 2)), size);
    }

    private static Step going(Walk walk, PageSize size) {
        return new Step.Going(walk, size);
    }

    private boolean up() throws InterruptedException {
        Chain chain = walk.chain();
        Page before = broken.before();
        return switch (chain.order()) {
            case UP -> true;
            case DOWN -> false;
            case UNKNOWN ->
                chain.fresh()
                        && before.ids().count() > 1
                        && probe.showsLowestFirst(
                                chain.start().from(), before.ids().highest());
        };
    }

    private Step passed(Step beyond, RecordSink sink) throws InterruptedException {
        if (walk.trouble().passed() >= PASSED) {
            throw console.unreadable("sends page after page that cannot be read");
        }
        sink.shows(Shown.UNKNOWN);
        sink.quarantine(broken.fault());
        return beyond;
    }

    private Walk from(long id, int limit, Order order) {
        Chain chain = Chain.from(id, limit, order);
        return new Walk(walk.reach(), chain, walk.trouble().afterPassing());
    }

    /// Beyond the record by the cursor that came before it, or by its id where it is plain that nothing below is left
    /// out.
    private Step beyond(PageSize size) throws InterruptedException {
        Chain chain = walk.chain();
        String cursor = broken.before().cursor();
        if (!cursor.isEmpty() && !cursor.equals(chain.cursor())) {
            return going(byCursor(cursor), size);
        }
        long from = chain.start().from();
        if (chain.last().ids().lowest() == from + 2) {
            return new Step.Done(walk.with(chain.past("")), size);
        }
        long above = Math.max(from, chain.extent().top());
        if (chain.order() == Order.UNKNOWN) {
            long id = search(above);
            if (id == from + 1) {
                return going(from(id, size.size(), Order.UNKNOWN), size);
            }
            if (isLowest(id, above)) {
                return going(from(id, size.size(), Order.UP), size);
            }
        }
        throw console.unreadable("sends a record that cannot be read, and no way past it");
    }

    private Walk byCursor(String cursor) throws InterruptedException {
        Chain chain = walk.chain();
        Chain past = chain.past(cursor);
        boolean first = chain.fresh() && probe.above(chain.start().from()) instanceof Reading.Broken;
        return walk.with(
                        first
                                ? past.with(past.extent()
                                        .raisedTo(search(chain.start().from())))
                                : past)
                .with(walk.trouble().afterPassing());
    }

    /// Whether the console shows something newer than this id, and yet begins with the record at fault.
    private boolean isLowest(long id, long above) throws InterruptedException {
        return probe.above(id) instanceof Reading.Whole newer
                && newer.page().ids().count() > 0
                && (probe.above(above) instanceof Reading.Broken
                        || probe.showsLowestFirst(above, newer.page().ids().lowest()));
    }

    /// The id of the record at fault, the lowest above `from`: asked for what is newer than that, the console no longer
    /// begins with it. First in ever larger steps, then by halves.
    private long search(long from) throws InterruptedException {
        if (!(probe.above(from) instanceof Reading.Broken fault)) {
            return byFewerEvents(from);
        }
        Document bytes = fault.fault().content();
        long low = from;
        long step = 1;
        while (begins(low + step, bytes)) {
            low += step;
            step *= 2;
            if (step > FARTHEST) {
                throw console.unreadable("sends pages that cannot be read, wherever they begin");
            }
        }
        long high = low + step;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (begins(middle, bytes)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// With fewer events the record can be read, and says its id.
    private long byFewerEvents(long from) throws InterruptedException {
        if (probe.above(from) instanceof Reading.Whole whole
                && whole.page().ids().count() > 0) {
            return whole.page().ids().lowest();
        }
        throw console.unreadable("sends a record that cannot be read, and no way past it");
    }

    private boolean begins(long above, Document bytes) throws InterruptedException {
        return probe.above(above) instanceof Reading.Broken fault
                && fault.fault().content().equals(bytes);
    }
}
