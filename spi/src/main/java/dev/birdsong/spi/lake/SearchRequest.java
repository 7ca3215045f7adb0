// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.util.Map;

/// A search: which records, which of them to return, what to count by name, and how long it may take.
public record SearchRequest(
        Selection selection, Paging paging, Map<String, Aggregation> aggregations, Deadline deadline) {

    public SearchRequest {
        aggregations = Map.copyOf(aggregations);
    }

    /// A search that may take as long as it takes.
    public SearchRequest(Selection selection, Paging paging, Map<String, Aggregation> aggregations) {
        this(selection, paging, aggregations, Deadline.NEVER);
    }

    /// A search that counts nothing.
    public SearchRequest(Selection selection, Paging paging) {
        this(selection, paging, Map.of());
    }
}
