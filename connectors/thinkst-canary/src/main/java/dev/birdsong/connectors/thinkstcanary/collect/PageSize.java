// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

/// How many records a page is asked for: fewer after a time-out or a cut, more after ten good pages.
///
/// @param size at most so many
/// @param good pages that were good since the size was changed
record PageSize(int size, int good) {

    static final int LARGEST = 1000;

    private static final int ENOUGH = 10;

    PageSize halved() {
        return new PageSize(Math.max(1, size / 2), 0);
    }

    PageSize afterGoodPage() {
        if (size >= LARGEST) {
            return new PageSize(LARGEST, 0);
        }
        return good + 1 < ENOUGH ? new PageSize(size, good + 1) : new PageSize(Math.min(LARGEST, size * 2), 0);
    }

    static PageSize of(Tree tree) {
        int size = (int) tree.number("size");
        return size == 0 ? new PageSize(LARGEST, 0) : new PageSize(size, (int) tree.number("good"));
    }

    Tree tree() {
        return Tree.EMPTY.with("size", size).with("good", good);
    }
}
