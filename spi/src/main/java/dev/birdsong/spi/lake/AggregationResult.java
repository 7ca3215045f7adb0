// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.util.List;

/// What was counted over all hits, or over those of one bucket.
public sealed interface AggregationResult {

    /// Of [Aggregation.TopValues] and [Aggregation.DateHistogram].
    ///
    /// @param others how often records have values that are in no bucket of these
    record Buckets(List<Bucket> buckets, long others) implements AggregationResult {

        public Buckets {
            buckets = List.copyOf(buckets);
        }
    }

    /// Of [Aggregation.Cardinality]: a whole number. Of [Aggregation.Statistic]: a decimal one, or missing where
    /// there is no value; a sum of none is 0.
    record Measured(SortValue value) implements AggregationResult {}
}
