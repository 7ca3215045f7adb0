// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.util.List;
import java.util.Map;

/// The answer to a search.
///
/// @param total how many records match
/// @param exact whether it is exactly so many, or at least
/// @param timedOut whether the time was over before all was looked at: then there may be more hits, newer ones
///     too, and more to count
/// @param aggregations what was counted, by the name it was asked under
public record SearchResult(
        long total, boolean exact, boolean timedOut, List<Hit> hits, Map<String, AggregationResult> aggregations) {

    public SearchResult {
        hits = List.copyOf(hits);
        aggregations = Map.copyOf(aggregations);
    }
}
