// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Where the position stood, and how long ago at the least.
///
/// An id may become visible some minutes after higher ones. So a walk goes back to where nothing can come late any
/// more:
/// an id is settled when a complete walk has passed it that began at least ten minutes after the id was first reached.
///
/// @param settled everything up to here was handed over and nothing comes late
/// @param kept where the position stood since, the oldest first
record Marks(long settled, List<Mark> kept) {

    static final Marks NONE = new Marks(0, List.of());

    private static final long LATE = Duration.ofMinutes(10).toNanos();
    private static final long APART = Duration.ofMinutes(1).toNanos();

    Marks {
        kept = List.copyOf(kept);
    }

    /// That the position stood here.
    ///
    /// @param age nanoseconds since, as far as they were observed
    record Mark(long id, long age) {}

    /// The id up to which everything was handed over.
    long position() {
        return kept.isEmpty() ? settled : kept.getLast().id();
    }

    /// The same, later.
    Marks aged(long nanos) {
        return new Marks(
                settled,
                kept.stream()
                        .map(mark -> new Mark(mark.id(), mark.age() + nanos))
                        .toList());
    }

    /// Moves the position up. Marks less than a minute apart are thinned, so that there are few.
    Marks reached(long id) {
        if (id <= position()) {
            return this;
        }
        List<Mark> more = new ArrayList<>(kept);
        int size = more.size();
        if (size >= 2 && more.get(size - 2).age() <= APART) {
            more.removeLast();
        }
        more.add(new Mark(id, 0));
        return new Marks(settled, more);
    }

    /// Notes that nothing comes late any more up to an id.
    Marks settledAt(long id) {
        long up = Math.max(settled, Math.min(id, position()));
        return new Marks(up, kept.stream().filter(mark -> mark.id() > up).toList());
    }

    /// What the next walk has to read. Until the first walk has settled it goes on from the oldest mark, so that a long
    /// history is read twice and not with every round.
    Reach next() {
        long floor = settled;
        for (Mark mark : kept) {
            floor = mark.age() >= LATE ? mark.id() : floor;
        }
        boolean first = settled == 0 && floor == 0 && !kept.isEmpty();
        return new Reach(first ? kept.getFirst().id() : settled, floor);
    }

    static Marks of(Tree tree) {
        List<Mark> kept = tree.parts("kept").stream()
                .map(mark -> new Mark(mark.number("id"), mark.number("age")))
                .toList();
        return new Marks(tree.number("settled"), kept);
    }

    Tree tree() {
        List<Tree> list = kept.stream()
                .map(mark -> Tree.EMPTY.with("id", mark.id()).with("age", mark.age()))
                .toList();
        return Tree.EMPTY.with("settled", settled).with("kept", list);
    }
}
