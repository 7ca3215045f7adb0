// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.spi.time.MonotonicClock;

/// A reading of the monotonic clock. Time between readings of different sessions is unknown, and counts as none.
record Moment(String session, long nanos) {

    static Moment of(MonotonicClock clock) {
        return new Moment(clock.session(), clock.nanos());
    }

    long nanosSince(Moment earlier) {
        return comparable(earlier) ? Math.max(0, nanos - earlier.nanos) : 0;
    }

    boolean comparable(Moment other) {
        return session.equals(other.session);
    }

    static Moment of(Tree tree) {
        return new Moment(tree.text("session"), tree.number("nanos"));
    }

    Tree tree() {
        return Tree.EMPTY.with("session", session).with("nanos", nanos);
    }
}
