// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Page;
import dev.birdsong.spi.connector.RecordSink;
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
                    ? going(passed(walk.from(search(from), size.size()), sink), size)
                    : going(walk.from(from, 1), size);
        }
        if (single) {
            return going(passed(beyond(size), sink), size);
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
                        && probe.showsLowestFirst(chain.start().from(), before.ids().highest());
        };
    }

    private Walk passed(Walk beyond, RecordSink sink) throws InterruptedException {
        if (walk.trouble().passed() >= PASSED) {
            throw console.unreadable("sends page after page that cannot be read");
        }
        sink.quarantine(broken.fault());
        return beyond.with(walk.trouble().afterPassing());
    }

    /// Beyond the record by the cursor that came before it, or by its id where it is plain that ids go up.
    private Walk beyond(PageSize size) throws InterruptedException {
        Chain chain = walk.chain();
        String cursor = broken.before().cursor();
        if (!cursor.isEmpty() && !cursor.equals(chain.cursor())) {
            return walk.with(chain.past(cursor));
        }
        long from = Math.max(chain.extent().top(), chain.start().from());
        if (chain.fresh()) {
            long id = search(from);
            boolean first = probe.above(id - 1) instanceof Reading.Broken
                    && probe.above(id) instanceof Reading.Whole whole
                    && whole.page().ids().count() > 0;
            if (first) {
                return walk.from(id, size.size());
            }
        }
        throw console.unreadable("sends a record that cannot be read, and no way past it");
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
        if (probe.above(from) instanceof Reading.Whole whole && whole.page().ids().count() > 0) {
            return whole.page().ids().lowest();
        }
        throw console.unreadable("sends a record that cannot be read, and no way past it");
    }

    private boolean begins(long above, Document bytes) throws InterruptedException {
        return probe.above(above) instanceof Reading.Broken fault
                && fault.fault().content().equals(bytes);
    }
}
