// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.data;

import static java.util.Objects.requireNonNull;

import dev.birdsong.server.access.Caller;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Deadline;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.time.MonotonicClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs searches of the pages: within the tenants of who asks, for as long as a search may take, and no more at once
/// than
/// one user may run.
public record Searches(DataLake lake, SearchSlots slots, MonotonicClock clock) {

    private static final String COUNTED = "counted";

    /// So long may a search take.
    public static final Duration LONGEST = Duration.ofSeconds(10);

    /// What is found.
    public SearchResult run(Caller caller, Selection selection, Paging paging) {
        return run(caller, selection, paging, Map.of());
    }

    /// What is found, and what is counted by name.
    public SearchResult run(Caller caller, Selection selection, Paging paging, Map<String, Aggregation> counted) {
        return run(caller, new SearchRequest(selection, paging, counted, Deadline.in(LONGEST, clock)));
    }

    /// What is counted by name, with the number of records; none of them is returned.
    public SearchResult count(Caller caller, Selection selection, Map<String, Aggregation> counted) {
        return run(caller, selection, new Paging(Paging.NEWEST_FIRST, 0, 0, List.of(), true), counted);
    }

    /// The fields that the records of their tenants have.
    public SeenFields fields(Caller caller, Set<Index> indices) {
        try (SearchSlots.Slot _ = slots.take(caller)) {
            return lake.fields(caller.scope(), indices);
        }
    }

    /// What is counted; no record is returned.
    public AggregationResult count(Caller caller, Selection selection, Aggregation aggregation) {
        var none = new Paging(Paging.NEWEST_FIRST, 0, 0, List.of(), false);
        return requireNonNull(run(
                        caller,
                        new SearchRequest(selection, none, Map.of(COUNTED, aggregation), Deadline.in(LONGEST, clock)))
                .aggregations()
                .get(COUNTED));
    }

    private SearchResult run(Caller caller, SearchRequest request) {
        try (SearchSlots.Slot _ = slots.take(caller)) {
            return lake.search(caller.scope(), request);
        }
    }
}
