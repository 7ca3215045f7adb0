// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

/// One content type of one source: what has a position of its own.
///
/// @param sourceKey the source
/// @param contentType the content type's name
public record StreamKey(String sourceKey, String contentType) {}
