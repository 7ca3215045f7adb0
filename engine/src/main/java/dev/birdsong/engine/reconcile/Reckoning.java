// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import dev.birdsong.engine.ShownThing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts what a source showed beside what the lake holds. First all that was shown, then all that is held. Some 40 bytes
/// for each thing; used by one thread at a time.
final class Reckoning {

    private final NumberSet stored = new NumberSet();
    private final NumberSet others = new NumberSet();
    private final NumberSet held = new NumberSet();
    private final Map<Long, Long> parts = new HashMap<>();
    private final Map<Long, Set<Long>> missing = new HashMap<>();
    private final Set<Long> shownGroups = new HashSet<>();
    private long unknown;

    /// Something that was shown.
    void shown(ShownThing one) {
        if (one.shown().thing().isEmpty()) {
            unknown++;
            return;
        }
        long thing = one.shown().thing().getAsLong();
        NumberSet set = one.stored() ? stored : others;
        set.add(thing);
        if (one.shown().parts() > 0) {
            parts.merge(thing, one.shown().parts(), Math::max);
        }
    }

    /// Something that is held.
    void held(long thing, long group) {
        held.add(thing);
        if (isShown(thing)) {
            shownGroups.add(group);
        } else {
            missing.computeIfAbsent(thing, _ -> new HashSet<>(2)).add(group);
        }
    }

    boolean isShown(long thing) {
        return stored.contains(thing) || others.contains(thing);
    }

    /// How many things were shown of which not even the id could be read.
    long unknown() {
        return unknown;
    }

    /// Whether nothing was shown at all.
    boolean showsNothing() {
        return stored.size() + others.size() == 0;
    }

    /// How many things are held.
    long held() {
        return held.size();
    }

    /// Which things are held and were not shown, and of which groups they are.
    Map<Long, Set<Long>> missing() {
        return missing;
    }

    /// How many of these things are of each group of which nothing was shown any more.
    Map<Long, Long> goneGroups(List<Long> things) {
        Map<Long, Long> gone = new HashMap<>();
        for (long thing : things) {
            missing.getOrDefault(thing, Set.of()).stream()
                    .filter(group -> group != 0 && !shownGroups.contains(group))
                    .forEach(group -> gone.merge(group, 1L, Long::sum));
        }
        return gone;
    }

    /// How many parts things have that were not shown whole.
    Map<Long, Long> parts() {
        return parts;
    }

    /// How many things went to the lake that it does not hold.
    long lost() {
        long lost = 0;
        for (long thing : stored.sorted()) {
            lost += held.contains(thing) ? 0 : 1;
        }
        return lost;
    }

    /// The lowest number that was shown.
    long lowestShown() {
        long[] one = stored.sorted();
        long[] other = others.sorted();
        return Math.min(one.length == 0 ? Long.MAX_VALUE : one[0], other.length == 0 ? Long.MAX_VALUE : other[0]);
    }

    /// The holes between all numbers that are known.
    List<Hole> holes() {
        var known = new NumberSet();
        for (NumberSet set : List.of(stored, others, held)) {
            for (long number : set.sorted()) {
                known.add(number);
            }
        }
        List<Hole> holes = new ArrayList<>();
        long[] numbers = known.sorted();
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] > numbers[i - 1] + 1) {
                holes.add(new Hole(numbers[i - 1] + 1, numbers[i] - 1));
            }
        }
        return holes;
    }

    /// Numbers of which nothing is known, both ends included.
    record Hole(long from, long to) {

        long count() {
            return to - from + 1;
        }
    }
}
