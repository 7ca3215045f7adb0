// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import java.time.Duration;

/// When what was done last.
///
/// @param now the present reading of the clock
/// @param passed nanoseconds since the position was made, as far as they were observed
/// @param unknown whether it was made in another session, so that more may have passed
/// @param check nanoseconds since it was checked that the console still knows the position
/// @param head nanoseconds since it was looked for new records
/// @param pages pages since then
record Times(Moment now, long passed, boolean unknown, long check, long head, int pages) {

    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long LATE = Duration.ofMinutes(10).toNanos();
    private static final int PAGES = 10;

    boolean checkIsDue() {
        return unknown || check >= HOUR;
    }

    boolean headIsDue() {
        return unknown || head >= MINUTE || pages >= PAGES;
    }

    /// Nanoseconds for which open walks were left alone; where that is not known, long enough to try again.
    long left() {
        return unknown ? LATE : passed;
    }

    Times checkedNow() {
        return new Times(now, passed, unknown, 0, head, pages);
    }

    Times headNow() {
        return new Times(now, passed, unknown, check, 0, 0);
    }

    Times afterPage() {
        return new Times(now, passed, unknown, check, head, pages + 1);
    }

    static Times of(Tree tree, Moment now) {
        Moment then = Moment.of(tree.part("now"));
        long passed = now.nanosSince(then);
        return new Times(
                now, passed, !now.comparable(then), tree.number("check") + passed, tree.number("head") + passed, (int)
                        tree.number("pages"));
    }

    Tree tree() {
        return Tree.EMPTY
                .with("now", now.tree())
                .with("check", check)
                .with("head", head)
                .with("pages", pages);
    }
}
