// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

/// What a walk has to read.
///
/// @param since all that is newer than this id
/// @param floor what is settled once the walk is complete
record Reach(long since, long floor) {

    static Reach of(Tree tree) {
        return new Reach(tree.number("since"), tree.number("floor"));
    }

    Tree tree() {
        return Tree.EMPTY.with("since", since).with("floor", floor);
    }
}
