// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Page.Ids;

/// Pages that hang together by cursors: a first page and those behind it.
///
/// @param start how the first page is asked for
/// @param next the page to ask for next
/// @param last the page that was read last
/// @param again a page that is to be read once more before the next one
/// @param extent what was read
/// @param order in which order the pages come
record Chain(Start start, Next next, Last last, Again again, Extent extent, Order order) {

    /// @param from the first page begins above this id
    /// @param limit how many records a page has at most; later pages have it from their cursors
    record Start(long from, int limit) {}

    /// @param cursor the cursor of the next page, or empty
    /// @param begun whether the first page was read
    record Next(String cursor, boolean begun) {}

    /// @param cursor the cursor that it was asked for with, empty for the first page
    record Last(String cursor, Ids ids) {}

    /// @param cursor the cursor of the page, or empty where none is to be read again
    /// @param lowest the lowest id that it had
    record Again(String cursor, long lowest) {
        static final Again NONE = new Again("", 0);
    }

    /// A chain of which nothing was read.
    static Chain from(long from, int limit, Order order) {
        return new Chain(
                new Start(from, limit),
                new Next("", false),
                new Last("", Ids.NONE),
                Again.NONE,
                Extent.above(from),
                order);
    }

    /// Whether the next request is for a first page.
    boolean fresh() {
        return !next.begun();
    }

    boolean repeating() {
        return !again.cursor().isEmpty();
    }

    boolean complete() {
        return next.begun() && next.cursor().isEmpty() && !repeating();
    }

    /// The cursor of the next request, or empty.
    String cursor() {
        return repeating() ? again.cursor() : next.cursor();
    }

    Chain first(Ids ids, String cursor) {
        return new Chain(start, new Next(cursor, true), new Last("", ids), Again.NONE, extent.first(ids), order);
    }

    Chain later(Ids ids, String cursor, Order seen) {
        Extent wider = extent.with(ids);
        return new Chain(
                start,
                new Next(cursor, true),
                new Last(next.cursor(), ids),
                Again.NONE,
                seen == Order.DOWN ? wider : wider.toppedBy(ids),
                seen);
    }

    /// Past a page that cannot be read.
    Chain past(String cursor) {
        return new Chain(start, new Next(cursor, true), new Last(next.cursor(), Ids.NONE), again, extent, order);
    }

    Chain with(Again page) {
        return new Chain(start, next, last, page, extent, order);
    }

    Chain showing(Ids newer) {
        return with(extent.shown(newer));
    }

    Chain with(Extent other) {
        return new Chain(start, next, last, again, other, order);
    }

    static Chain of(Tree tree) {
        return new Chain(
                new Start(tree.number("from"), (int) tree.number("limit")),
                new Next(tree.text("cursor"), tree.number("begun") > 0),
                new Last(tree.text("lastCursor"), IdsText.of(tree.part("last"))),
                new Again(tree.text("again"), tree.number("againLow")),
                Extent.of(tree.part("extent")),
                Order.valueOf(tree.text("order")));
    }

    Tree tree() {
        return Tree.EMPTY
                .with("from", start.from())
                .with("limit", start.limit())
                .with("cursor", next.cursor())
                .with("begun", next.begun() ? 1 : 0)
                .with("lastCursor", last.cursor())
                .with("last", IdsText.tree(last.ids()))
                .with("again", again.cursor())
                .with("againLow", again.lowest())
                .with("extent", extent.tree())
                .with("order", order.name());
    }
}
