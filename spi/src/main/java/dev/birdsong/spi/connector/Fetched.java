// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

/// What one request brought.
///
/// @param next where to go on, once everything handed over before it is durable
/// @param more whether this round is not yet at its end
public record Fetched(Position next, boolean more) {}
