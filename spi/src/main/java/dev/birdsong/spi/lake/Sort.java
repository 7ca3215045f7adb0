// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

/// One key of an order: a listed field. Of a record with several values the lowest counts upwards, the highest
/// downwards.
public record Sort(String field, Direction direction) {

    /// Which comes first.
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /// The lowest first.
    public static Sort ascending(String field) {
        return new Sort(field, Direction.ASCENDING);
    }

    /// The highest first.
    public static Sort descending(String field) {
        return new Sort(field, Direction.DESCENDING);
    }
}
