// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import dev.birdsong.spi.record.FieldType;

/// A path at which records have leaves.
///
/// @param type how it is compared; of one that is not listed: text
/// @param listed whether it can be sorted and counted by
public record SeenField(String path, FieldType type, boolean listed) {}
