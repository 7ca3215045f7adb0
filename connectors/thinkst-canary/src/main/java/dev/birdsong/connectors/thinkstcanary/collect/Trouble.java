// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

/// What went wrong in a walk, so that it is not tried for ever.
///
/// @param broken whether the next request was answered with a broken page before
/// @param cuts how often the next request was cut
/// @param idle pages since the last new id
/// @param restarts how often a cursor was refused
/// @param passed broken records since the last good page
record Trouble(int broken, int cuts, int idle, int restarts, int passed) {

    static final Trouble NONE = new Trouble(0, 0, 0, 0, 0);

    Trouble afterGoodPage(boolean widened) {
        return new Trouble(0, 0, widened ? 0 : idle + 1, restarts, 0);
    }

    Trouble afterBrokenPage() {
        return new Trouble(1, 0, idle, restarts, passed);
    }

    Trouble afterCut() {
        return new Trouble(broken, cuts + 1, idle, restarts, passed);
    }

    Trouble afterRestart() {
        return new Trouble(broken, 0, 0, restarts, passed);
    }

    Trouble afterRefusedCursor(boolean rested) {
        return new Trouble(broken, 0, 0, rested ? 1 : restarts + 1, passed);
    }

    Trouble afterPassing() {
        return new Trouble(0, 0, 0, restarts, passed + 1);
    }

    static Trouble of(Tree tree) {
        return new Trouble(
                (int) tree.number("broken"),
                (int) tree.number("cuts"),
                (int) tree.number("idle"),
                (int) tree.number("restarts"),
                (int) tree.number("passed"));
    }

    Tree tree() {
        return Tree.EMPTY
                .with("broken", broken)
                .with("cuts", cuts)
                .with("idle", idle)
                .with("restarts", restarts)
                .with("passed", passed);
    }
}
