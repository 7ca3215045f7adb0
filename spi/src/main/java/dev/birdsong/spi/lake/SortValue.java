// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

/// What a record is sorted or counted by.
public sealed interface SortValue {

    /// The record has no such value; sorted last in either direction.
    record Missing() implements SortValue {}

    /// Text, the first 1,024 characters of it; sorted by UTF-8 bytes. An address is its text, as Java writes
    /// it, and sorted as a number.
    record Text(String value) implements SortValue {}

    /// A whole number, a time in epoch milliseconds, or 1 and 0 for true and false.
    record Whole(long value) implements SortValue {}

    /// A number.
    record Decimal(double value) implements SortValue {}
}
