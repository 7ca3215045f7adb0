// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

/// How a listed field is sorted, compared and counted. A value that does not fit stays in the document, and
/// is found as text.
public enum FieldType {
    /// Text, whole and by its words.
    TEXT,
    /// An IPv4 or IPv6 address; networks match.
    IP,
    /// A whole number of 64 bits.
    LONG,
    /// A number.
    DOUBLE,
    /// A point in time, epoch milliseconds.
    DATE,
    /// `true` or `false`.
    BOOLEAN
}
