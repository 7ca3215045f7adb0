// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.World;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// All incidents as they stand at one moment, by `updated_id`; it never changes.
///
/// @param changed which incidents of the population are no longer what they were born as
/// @param newer what they are now, and what came since, by ascending `updated_id`
/// @param counts how many match a filter, once counted
public record IncidentBook(
        World world,
        Numbering numbering,
        BitSet changed,
        List<Incident> newer,
        ConcurrentHashMap<IncidentFilter, Integer> counts) {

    /// Up to where ids may go.
    public static final long ENDLESS = Long.MAX_VALUE / 4;

    int born() {
        return world.population().incidents();
    }

    public int size() {
        return born() - changed.cardinality() + newer.size();
    }

    private int above(long since) {
        int firstBorn = Math.min(numbering.ceiling(since + 1), born());
        int left = born()
                - firstBorn
                - changed.get(firstBorn, Math.max(firstBorn, born())).cardinality();
        return left + newer.size() - IncidentIterator.firstAtLeast(newer, since + 1);
    }

    /// The greatest `updated_id` of all, 0 where there is none.
    public long maxUpdatedId() {
        Iterator<Incident> newest = descending(ENDLESS);
        return newest.hasNext() ? newest.next().updatedId() : 0;
    }

    /// Incidents with this `updated_id` or a greater one.
    public Iterator<Incident> ascending(long from) {
        return new IncidentIterator(this, from, true);
    }

    /// Incidents with this `updated_id` or a smaller one.
    public Iterator<Incident> descending(long from) {
        return new IncidentIterator(this, from, false);
    }

    /// How many match; counted once.
    public int count(IncidentFilter filter) {
        if (filter.isOnlySince()) {
            return above(filter.since());
        }
        return counts.computeIfAbsent(filter, this::counted);
    }

    private int counted(IncidentFilter filter) {
        int count = 0;
        Iterator<Incident> all = ascending(filter.since() + 1);
        while (all.hasNext()) {
            count += filter.admits(all.next()) ? 1 : 0;
        }
        return count;
    }
}
