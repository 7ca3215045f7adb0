// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import dev.birdsong.spi.record.Document;

/// Something that could not be read, kept byte for byte.
///
/// @param id the same for the same bytes at the same place, so that it is kept once
/// @param reason why it could not be read, for people
/// @param content what the console sent
public record Quarantined(String id, String reason, Document content) {}
