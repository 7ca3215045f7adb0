// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.Page.Ids;

/// Ids as a part of a position.
final class IdsText {

    private IdsText() {}

    static Ids of(Tree tree) {
        return tree.isEmpty()
                ? Ids.NONE
                : new Ids(tree.number("count"), tree.number("low"), tree.number("high"), tree.number("squares"));
    }

    static Tree tree(Ids ids) {
        return ids.count() == 0
                ? Tree.EMPTY
                : Tree.EMPTY
                        .with("count", ids.count())
                        .with("low", ids.lowest())
                        .with("high", ids.highest())
                        .with("squares", ids.squares());
    }
}
