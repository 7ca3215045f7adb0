// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.util.List;
import java.util.Map;

/// The answer to a search.
///
/// @param total how many records match
/// @param exact whether it is exactly so many, or at least
/// @param buckets what was counted, by the name it was asked under
public record SearchResult(long total, boolean exact, List<Hit> hits, Map<String, List<Bucket>> buckets) {

    public SearchResult {
        hits = List.copyOf(hits);
        buckets = Map.copyOf(buckets);
    }
}
