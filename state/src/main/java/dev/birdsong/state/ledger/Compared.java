// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import java.time.Instant;

/// That a content type of a connector was compared with all that its source holds.
///
/// @param at when that was done last
/// @param whole whether nothing was found to be missing, never seen, or hidden from the key
public record Compared(String connectorId, String contentType, Instant at, boolean whole) {}
