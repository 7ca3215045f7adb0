// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

/// One listed field of the records, as `docs/records.md` shows it.
///
/// @param path names from the document's root, joined by dots; lists add nothing to it
/// @param type how it is sorted and compared
/// @param from where its value comes from, for people
/// @param example a value
public record Field(String path, FieldType type, String from, String example) {}
