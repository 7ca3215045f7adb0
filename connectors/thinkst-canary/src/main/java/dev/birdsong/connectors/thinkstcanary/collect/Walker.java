// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Page;
import dev.birdsong.connectors.thinkstcanary.answers.Page.Ids;
import dev.birdsong.connectors.thinkstcanary.answers.PageReader;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.RecordSink;

/// Goes one page further in a walk, in whatever order the pages come and whatever cursors mean.
final class Walker {

    private static final int IDLE = 3;
    private static final int RESTARTS = 3;
    private static final int CUTS = 5;

    private final Console console;
    private final Feed feed;
    private final PageReader reader;
    private final Probe probe;

    Walker(Console console, Feed feed, PageReader reader) {
        this.console = console;
        this.feed = feed;
        this.reader = reader;
        this.probe = new Probe(console, feed, reader);
    }

    /// Asks for the next page and hands its records over.
    Step step(Walk walk, PageSize size, RecordSink sink) throws InterruptedException {
        try {
            return switch (console.ask(query(walk.chain()), reader, sink)) {
                case Reading.Whole whole -> whole(walk, whole.page(), size);
                case Reading.Broken broken -> new BrokenPage(console, probe, walk, broken).pass(size, sink);
                case Reading.Cut cut -> smaller(walk, size, console.cut(cut));
            };
        } catch (CollectException.Unavailable e) {
            return unavailable(walk, size, e);
        } catch (CollectException.Refused | CollectException.NotFound e) {
            if (walk.chain().cursor().isEmpty()) {
                throw e;
            }
            return refused(walk, size);
        }
    }

    private String query(Chain chain) {
        return chain.cursor().isEmpty()
                ? feed.first(chain.start().from(), chain.start().limit())
                : feed.next(chain.start().from(), chain.cursor());
    }

    private Step whole(Walk walk, Page page, PageSize size) throws InterruptedException {
        PageSize after = size.afterGoodPage();
        Chain chain = walk.chain();
        if (chain.repeating()) {
            return end(
                    walk.with(repeated(chain, page.ids()))
                            .with(walk.trouble().afterGoodPage(walk.trouble().idle())),
                    after);
        }
        if (chain.fresh()) {
            String cursor = page.ids().count() == 0 ? "" : page.cursor();
            Walk begun = walk.with(chain.first(page.ids(), cursor));
            return end(begun.with(walk.trouble().afterGoodPage(0)), after);
        }
        boolean repeats =
                !page.cursor().isEmpty() && page.cursor().equals(chain.next().cursor());
        int idle = idle(walk, page.ids());
        checkProgress(walk, repeats || idle >= IDLE);
        return repeats
                ? new Step.Going(walk.again(size.size()), size)
                : later(walk.with(walk.trouble().afterGoodPage(idle % IDLE)), page, after);
    }

    private Step later(Walk walk, Page page, PageSize size) throws InterruptedException {
        Chain chain = walk.chain();
        return switch (new Boundary(probe).look(chain, page)) {
            case Boundary.Found.Nothing(Order order, Ids newer) ->
                end(walk.with(chain.later(page.ids(), page.cursor(), order).showing(newer)), size);
            case Boundary.Found.Skipped() ->
                new Step.Going(walk.from(chain.last().ids().highest(), size.size()), size);
            case Boundary.Found.Moved(Ids newer) -> end(walk.with(moved(chain, page, newer)), size);
        };
    }

    /// What moved up out of the page is now on the one before it: read that again. The first page of all cannot be had
    /// a
    /// second time, so that the walk vouches only for what is below.
    private static Chain moved(Chain chain, Page page, Ids newer) {
        Ids ids = page.ids();
        Chain known = chain.later(ids, page.cursor(), Order.DOWN).showing(newer);
        Chain.Last before = chain.last();
        return before.cursor().isEmpty()
                ? known.with(
                        known.extent().toppedAt(ids.count() == 0 ? chain.start().from() : ids.highest()))
                : known.with(new Chain.Again(before.cursor(), before.ids().lowest()));
    }

    private static Chain repeated(Chain chain, Ids ids) {
        boolean meets = ids.highest() >= chain.again().lowest();
        long top = Math.max(
                Math.max(ids.highest(), chain.last().ids().highest()),
                chain.start().from());
        Chain done = chain.with(Chain.Again.NONE);
        return meets ? done : done.with(done.extent().toppedAt(top));
    }

    /// How many pages brought nothing new. Known ids that go on downwards are no step back: offsets move when much has
    /// come since, but they do get on.
    private static int idle(Walk walk, Ids page) {
        Chain chain = walk.chain();
        int before = walk.trouble().idle();
        Ids last = chain.last().ids();
        boolean lower = page.count() > 0 && last.count() > 0 && page.highest() < last.lowest();
        return chain.extent().widenedBy(page) ? 0 : lower ? before : before + 1;
    }

    /// A walk that does not get on is given up, and tried again after a rest.
    private void checkProgress(Walk walk, boolean turns) {
        if (turns && !walk.trouble().rested()) {
            throw console.unreadable("sends the same page again and again");
        }
    }

    private Step end(Walk walk, PageSize size) throws InterruptedException {
        Chain chain = walk.chain();
        if (chain.complete() || reachedKnown(walk)) {
            return new Step.Done(walk, size);
        }
        boolean up = chain.order() == Order.UP;
        Walk on = up && walk.trouble().idle() == 0 ? walk.with(walk.trouble().gotOn()) : walk;
        return new Step.Going(up && chain.start().limit() < size.size() ? on.again(size.size()) : on, size);
    }

    /// Whether all that follows was read by earlier walks.
    private boolean reachedKnown(Walk walk) throws InterruptedException {
        Chain chain = walk.chain();
        if (feed.moves()
                || chain.repeating()
                || chain.last().ids().lowest() > chain.start().from() + 1) {
            return false;
        }
        return switch (chain.order()) {
            case UP -> false;
            case DOWN -> true;
            case UNKNOWN -> probe.shownAbove(chain.extent().ids().highest()).count() == 0;
        };
    }

    private Step refused(Walk walk, PageSize size) {
        if (walk.chain().repeating()) {
            Chain given = repeated(walk.chain(), Ids.NONE);
            return given.complete() ? new Step.Done(walk.with(given), size) : new Step.Going(walk.with(given), size);
        }
        if (walk.trouble().restarts() >= RESTARTS && !walk.trouble().rested()) {
            throw console.unreadable("refuses its own page cursors");
        }
        return new Step.Going(walk.with(walk.trouble().afterRefusedCursor()).again(size.size()), size);
    }

    /// A console, or a proxy before it, that gives up over a large page may well answer a smaller one. A page behind a
    /// cursor that downwards cannot be had smaller is left to be asked for again: its like was answered before.
    private Step unavailable(Walk walk, PageSize size, CollectException.Unavailable failure)
            throws InterruptedException {
        if (failure.status() / 100 != 5 || !beginsCheaply(walk.chain())) {
            throw failure;
        }
        return smaller(walk, size, failure);
    }

    private static boolean beginsCheaply(Chain chain) {
        return chain.cursor().isEmpty() || chain.order() == Order.UP;
    }

    /// A page of half the size has to begin anew, since a cursor carries its own. Where that would mean to begin the
    /// whole walk anew, the same page is tried a few times more first: a long walk through many cuts must get on.
    private Step smaller(Walk walk, PageSize size, CollectException failure) throws InterruptedException {
        Chain chain = walk.chain();
        if (chain.start().limit() == 1 || probe.above(chain.start().from()) instanceof Reading.Cut) {
            throw failure;
        }
        PageSize smaller = new PageSize(Math.min(size.size(), chain.start().limit()), 0).halved();
        boolean anew = beginsCheaply(chain) || walk.trouble().cuts() >= CUTS - 1;
        return new Step.Going(
                anew ? walk.again(smaller.size()) : walk.with(walk.trouble().afterCut()), smaller);
    }
}
