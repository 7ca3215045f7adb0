// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.util.Map;

/// How many hits have a value, and what was counted over these.
public record Bucket(SortValue key, long count, Map<String, AggregationResult> within) {

    public Bucket {
        within = Map.copyOf(within);
    }

    /// A bucket in which nothing more was counted.
    public Bucket(SortValue key, long count) {
        this(key, count, Map.of());
    }
}
