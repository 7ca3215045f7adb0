// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.record.RecordKey;

/// A record that a log filter left out.
///
/// @param thing of which it tells
/// @param filter the filter's id
public record LeftOut(RecordKey key, long thing, String filter) {}
