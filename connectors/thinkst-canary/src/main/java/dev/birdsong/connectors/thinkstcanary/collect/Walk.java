// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

/// A way through a list of the console, from its first page to its last, as far as it has come.
record Walk(Reach reach, Chain chain, Trouble trouble) {

    static Walk begin(Reach reach, PageSize size) {
        return new Walk(reach, Chain.from(reach.since(), size.size(), Order.UNKNOWN), Trouble.NONE);
    }

    Walk with(Chain other) {
        return new Walk(reach, other, trouble);
    }

    Walk with(Trouble other) {
        return new Walk(reach, chain, other);
    }

    /// The same walk, later.
    Walk aged(long nanos) {
        return with(trouble.aged(nanos));
    }

    /// The same walk with a new first page: where ids go up, above all that was read; else from its beginning.
    Walk again(int limit) {
        boolean up = chain.order() == Order.UP;
        return up
                ? from(chain.extent().top(), limit)
                : new Walk(reach, Chain.from(reach.since(), limit, Order.UNKNOWN), trouble.afterRestart());
    }

    /// The same walk, in which ids go up, with a new first page above this id.
    Walk from(long id, int limit) {
        return new Walk(reach, Chain.from(id, limit, Order.UP), trouble.afterRestart());
    }

    static Walk of(Tree tree) {
        return new Walk(Reach.of(tree.part("reach")), Chain.of(tree.part("chain")), Trouble.of(tree.part("trouble")));
    }

    Tree tree() {
        return Tree.EMPTY
                .with("reach", reach.tree())
                .with("chain", chain.tree())
                .with("trouble", trouble.tree());
    }
}
