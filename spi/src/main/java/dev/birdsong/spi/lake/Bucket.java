// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

/// How many hits have a value.
public record Bucket(SortValue key, long count) {}
