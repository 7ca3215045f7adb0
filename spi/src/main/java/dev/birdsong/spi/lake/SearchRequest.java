// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.util.Map;

/// A search: which records, which of them to return, and what to count by name.
public record SearchRequest(Selection selection, Paging paging, Map<String, Aggregation> aggregations) {

    public SearchRequest {
        aggregations = Map.copyOf(aggregations);
    }

    /// A search that counts nothing.
    public SearchRequest(Selection selection, Paging paging) {
        this(selection, paging, Map.of());
    }
}
