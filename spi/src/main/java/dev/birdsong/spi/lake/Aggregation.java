// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// What is counted over all hits.
public sealed interface Aggregation {

    /// The most frequent values of a listed field, the most frequent first, equal ones by value upwards. A
    /// record with several distinct values counts for each.
    record TopValues(String field, int size) implements Aggregation {}

    /// Hits over time, without empty buckets, the earliest first. The key is the bucket's start in epoch
    /// milliseconds.
    record DateHistogram(String field, Interval interval) implements Aggregation {}

    /// How long a bucket of a histogram is.
    sealed interface Interval {

        /// Always the same, counted from the epoch.
        record Fixed(Duration length) implements Interval {}

        /// One minute, hour, day, week (from Monday), month or year as the zone's calendar has it.
        record Calendar(ChronoUnit unit, ZoneId zone) implements Interval {}
    }
}
