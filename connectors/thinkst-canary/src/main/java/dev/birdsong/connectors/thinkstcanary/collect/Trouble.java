// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import java.time.Duration;

/// What went wrong in a walk, so that it is not tried for ever.
///
/// @param broken whether the next request was answered with a broken page before
/// @param cuts how often the next request was cut
/// @param idle pages since the last new id
/// @param restarts how often a cursor was refused since the walk got on
/// @param passed broken records since the last good page
/// @param age nanoseconds since the walk went on last, as far as they were observed
record Trouble(int broken, int cuts, int idle, int restarts, int passed, long age) {

    static final Trouble NONE = new Trouble(0, 0, 0, 0, 0, 0);

    private static final long LATE = Duration.ofMinutes(10).toNanos();

    Trouble aged(long nanos) {
        return new Trouble(broken, cuts, idle, restarts, passed, age + nanos);
    }

    /// Whether the walk was left alone for so long that what it met may well be over.
    boolean rested() {
        return age >= LATE;
    }

    Trouble afterGoodPage(int idlePages) {
        return new Trouble(0, 0, idlePages, restarts, 0, 0);
    }

    /// What was read up to here is not read again, whatever happens to cursors.
    Trouble gotOn() {
        return new Trouble(broken, cuts, idle, 0, passed, age);
    }

    Trouble afterBrokenPage() {
        return new Trouble(1, 0, idle, restarts, passed, 0);
    }

    Trouble afterCut() {
        return new Trouble(broken, cuts + 1, idle, restarts, passed, 0);
    }

    Trouble afterRestart() {
        return new Trouble(broken, 0, 0, restarts, passed, 0);
    }

    Trouble afterRefusedCursor() {
        return new Trouble(broken, 0, 0, rested() ? 1 : restarts + 1, passed, 0);
    }

    Trouble afterPassing() {
        return new Trouble(0, 0, 0, restarts, passed + 1, 0);
    }

    static Trouble of(Tree tree) {
        return new Trouble(
                (int) tree.number("broken"),
                (int) tree.number("cuts"),
                (int) tree.number("idle"),
                (int) tree.number("restarts"),
                (int) tree.number("passed"),
                tree.number("age"));
    }

    Tree tree() {
        return Tree.EMPTY
                .with("broken", broken)
                .with("cuts", cuts)
                .with("idle", idle)
                .with("restarts", restarts)
                .with("passed", passed)
                .with("age", age);
    }
}
