// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Position;

/// Positions carry the version of their form, so that a later one is told from a broken one.
final class Versioned {

    private static final long VERSION = 1;

    private Versioned() {}

    static Tree parse(String text) {
        Tree tree = Tree.parse(text);
        if (tree.number("v") > VERSION) {
            throw new CollectException.Unreadable(
                    "the stored position was written by a newer version of Birdsong: use that one", 0);
        }
        return tree;
    }

    static Position position(Tree tree) {
        return new Position(tree.with("v", VERSION).json());
    }
}
