// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Page.Ids;

/// Which ids were read since the walk last began with a first page.
///
/// @param ids the lowest and the highest
/// @param newest the highest id that the console showed before the last page but one was read
/// @param newer the highest id that the console has shown
/// @param top the highest id that the walk can vouch for, once it is complete: nothing below was skipped
/// @param dense whether no id was missing in between
record Extent(Ids ids, long newest, long newer, long top, boolean dense) {

    /// Before the first page.
    static Extent above(long from) {
        return new Extent(Ids.NONE, from, from, from, true);
    }

    boolean widenedBy(Ids page) {
        return page.lowest() < ids.lowest() || page.highest() > ids.highest();
    }

    /// With a page that was the first one.
    Extent first(Ids page) {
        long high = Math.max(top, page.highest());
        return new Extent(page, high, high, high, dense(page));
    }

    /// With a later page.
    Extent with(Ids page) {
        boolean touches = page.highest() >= ids.lowest() - 1 && page.lowest() <= ids.highest() + 1;
        return new Extent(union(page), newest, Math.max(newer, page.highest()), top, dense && touches && dense(page));
    }

    Extent toppedBy(Ids page) {
        return new Extent(ids, newest, newer, Math.max(top, page.highest()), dense);
    }

    Extent raisedTo(long id) {
        return new Extent(ids, Math.max(newest, id), Math.max(newer, id), Math.max(top, id), false);
    }

    Extent toppedAt(long highest) {
        return new Extent(ids, newest, newer, Math.min(top, highest), dense);
    }

    /// After the console was asked for what is newer than [#newest]. What it shows may have come at any time up to now,
    /// so
    /// that it counts as known only one page later.
    Extent shown(long id) {
        return new Extent(ids, newer, Math.max(newer, id), top, dense);
    }

    boolean denseDownTo(long since) {
        return dense && ids.count() > 0 && ids.lowest() <= since + 1;
    }

    private Ids union(Ids page) {
        return new Ids(
                ids.count() + page.count(),
                Math.min(ids.lowest(), page.lowest()),
                Math.max(ids.highest(), page.highest()));
    }

    private static boolean dense(Ids page) {
        return page.count() == page.highest() - page.lowest() + 1;
    }

    static Extent of(Tree tree) {
        return new Extent(
                IdsText.of(tree.part("ids")),
                tree.number("newest"),
                tree.number("newer"),
                tree.number("top"),
                tree.number("dense") > 0);
    }

    Tree tree() {
        return Tree.EMPTY
                .with("ids", IdsText.tree(ids))
                .with("newest", newest)
                .with("newer", newer)
                .with("top", top)
                .with("dense", dense ? 1 : 0);
    }
}
