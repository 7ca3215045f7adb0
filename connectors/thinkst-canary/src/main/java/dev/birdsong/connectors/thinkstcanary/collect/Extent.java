// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Page.Ids;

/// Which ids were read since the walk last began with a first page.
///
/// @param ids the lowest and the highest
/// @param first the highest id of the first page
/// @param known what the console showed above that before the last page but one was read
/// @param shown what it has shown there last
/// @param top the highest id that the walk can vouch for, once it is complete: nothing below was skipped
/// @param dense whether no id was missing in between
record Extent(Ids ids, long first, Ids known, Ids shown, long top, boolean dense) {

    /// Before the first page.
    static Extent above(long from) {
        return new Extent(Ids.NONE, from, Ids.NONE, Ids.NONE, from, true);
    }

    boolean widenedBy(Ids page) {
        return page.lowest() < ids.lowest() || page.highest() > ids.highest();
    }

    /// With a page that was the first one.
    Extent first(Ids page) {
        long high = Math.max(top, page.highest());
        return new Extent(page, high, Ids.NONE, Ids.NONE, high, dense(page));
    }

    /// With a later page.
    Extent with(Ids page) {
        boolean touches = page.highest() >= ids.lowest() - 1 && page.lowest() <= ids.highest() + 1;
        return new Extent(union(page), first, known, shown, top, dense && touches && dense(page));
    }

    Extent toppedBy(Ids page) {
        return new Extent(ids, first, known, shown, Math.max(top, page.highest()), dense);
    }

    Extent raisedTo(long id) {
        return new Extent(ids, Math.max(first, id), known, shown, Math.max(top, id), false);
    }

    Extent toppedAt(long highest) {
        return new Extent(ids, first, known, shown, Math.min(top, highest), dense);
    }

    /// After the console was asked for what is newer than [#first]. What it shows may have come at any time up to now,
    /// so that it counts as known only one page later.
    Extent shown(Ids newer) {
        return new Extent(ids, first, shown, newer, top, dense);
    }

    boolean denseDownTo(long since) {
        return dense && ids.count() > 0 && ids.lowest() <= since + 1;
    }

    private Ids union(Ids page) {
        return new Ids(
                ids.count() + page.count(),
                Math.min(ids.lowest(), page.lowest()),
                Math.max(ids.highest(), page.highest()),
                ids.squares() + page.squares());
    }

    private static boolean dense(Ids page) {
        return page.count() == page.highest() - page.lowest() + 1;
    }

    static Extent of(Tree tree) {
        return new Extent(
                IdsText.of(tree.part("ids")),
                tree.number("first"),
                IdsText.of(tree.part("known")),
                IdsText.of(tree.part("shown")),
                tree.number("top"),
                tree.number("dense") > 0);
    }

    Tree tree() {
        return Tree.EMPTY
                .with("ids", IdsText.tree(ids))
                .with("first", first)
                .with("known", IdsText.tree(known))
                .with("shown", IdsText.tree(shown))
                .with("top", top)
                .with("dense", dense ? 1 : 0);
    }
}
