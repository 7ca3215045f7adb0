// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides what is to be made of things that are held and were not shown: in doubt nothing, since a thing that exists
/// must never be called deleted.
///
/// @param purgedUpTo the highest number that was purged, 0 for none
/// @param candidates may be gone: neither purged nor noted as gone already
/// @param seesLess why they may as well be hidden from the key; empty where nothing speaks for that
record Absence(long purgedUpTo, List<Long> candidates, String seesLess) {

    /// So few may go at once whatever share they are.
    private static final int FEW = 3;

    private static final int SHARE = 20;

    static Absence of(Reckoning reckoning, Set<Long> marked, boolean numbered) {
        long lowest = numbered && !reckoning.showsNothing() ? reckoning.lowestShown() : Long.MIN_VALUE;
        List<Long> candidates = reckoning.missing().keySet().stream()
                .filter(thing -> thing >= lowest && !marked.contains(thing))
                .sorted()
                .toList();
        long purged = reckoning.missing().keySet().stream()
                .filter(thing -> thing < lowest)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return new Absence(purged, candidates, seesLess(reckoning, candidates));
    }

    private static String seesLess(Reckoning reckoning, List<Long> candidates) {
        long present = reckoning.held() - (reckoning.missing().size() - candidates.size());
        if (candidates.isEmpty()) {
            return "";
        }
        if (reckoning.showsNothing()) {
            return "none of the " + present + " that it once showed";
        }
        if (candidates.size() > FEW && (long) candidates.size() * SHARE > present) {
            return "only " + (present - candidates.size()) + " of the " + present + " that it once showed";
        }
        Map<Long, Long> gone = reckoning.goneGroups(candidates);
        return gone.values().stream()
                .filter(count -> count > 1)
                .findFirst()
                .map(count -> "none of the " + count + " of one flock or group that it once showed")
                .orElse("");
    }
}
