// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.query;

/// One end of a range.
public sealed interface Bound {

    /// No end.
    record Open() implements Bound {}

    /// An end at a value, as it was typed: a number, an address, a time in epoch milliseconds, or text.
    ///
    /// @param inclusive whether the value itself belongs to the range
    record At(String value, boolean inclusive) implements Bound {}
}
