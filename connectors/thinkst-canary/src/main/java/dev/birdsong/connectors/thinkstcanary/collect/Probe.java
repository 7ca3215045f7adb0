// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Page;
import dev.birdsong.connectors.thinkstcanary.answers.Page.Ids;
import dev.birdsong.connectors.thinkstcanary.answers.PageReader;

/// Asks for records, as few and as small as can be, of which nothing is stored.
record Probe(Console console, Feed feed, PageReader reader) {

    /// What the console answers when asked for one record that is newer than an id.
    Reading above(long id) throws InterruptedException {
        return console.ask(feed.one(id), reader, Discarding.SINK);
    }

    /// The id of the record that the console shows first of those that are newer than an id, or none. One that cannot
    /// be
    /// read counts as if it were the very next.
    Ids shownAbove(long id) throws InterruptedException {
        return switch (above(id)) {
            case Reading.Whole whole -> whole.page().ids();
            case Reading.Broken broken -> Ids.NONE.with(id + 1);
            case Reading.Cut cut -> throw console.cut(cut);
        };
    }

    /// What the console shows of what is newer than an id, at one moment.
    ///
    /// @param all whether it is all of it: it fits on one page, and can be read
    record Newer(Ids ids, boolean all) {}

    /// Asks for what is newer than an id, but for no more than a page of it.
    Newer newer(long than, int limit) throws InterruptedException {
        return console.ask(feed.small(than, limit), reader, Discarding.SINK) instanceof Reading.Whole(Page page)
                ? new Newer(page.ids(), page.ids().count() == 0 || page.cursor().isEmpty())
                : new Newer(Ids.NONE, false);
    }

    /// Whether the console shows the lowest id first of those that are newer than one. It may show more than was asked
    /// for, which tells nothing.
    ///
    /// @param known an id that is newer and was shown before
    boolean showsLowestFirst(long above, long known) throws InterruptedException {
        return above(above) instanceof Reading.Whole whole
                && whole.page().ids().count() > 0
                && whole.page().ids().highest() < known;
    }
}
