// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

/// Somebody who touched decoys, known by one thing.
///
/// @param value the source, the name, the password, … by which they are known
/// @param firstSeen epoch milliseconds
/// @param decoys how many different devices were touched
/// @param kinds how many kinds of events there were
/// @param country where the address is; empty where that is not known
/// @param network who runs it; empty where that is not known
public record AttackerAnswer(
        String value,
        long events,
        long firstSeen,
        long lastSeen,
        long decoys,
        long kinds,
        String country,
        String network) {}
