// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import java.util.Map;

/// How many records of a stream are not in the lake, each counted once.
///
/// @param filteredBy left out, by the filter's id
/// @param quarantined could not be read
/// @param expired the lake has dropped after their lifetime
/// @param deletedAtSource things noted as gone at the source, and not back
public record OutsideCounts(Map<String, Long> filteredBy, long quarantined, long expired, long deletedAtSource) {

    public OutsideCounts {
        filteredBy = Map.copyOf(filteredBy);
    }

    /// Left out by any filter.
    public long filtered() {
        return filteredBy.values().stream().mapToLong(Long::longValue).sum();
    }
}
