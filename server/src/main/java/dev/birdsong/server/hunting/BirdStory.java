// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that is known of a bird.
///
/// @param snapshots how many of it are stored; there is one for each day
/// @param addresses those it had, the newest first
/// @param changes what was otherwise than in the snapshot before, the newest first
/// @param incidents the newest
/// @param says all that the console says of it
public record BirdStory(
        BirdAnswer bird,
        long snapshots,
        List<Address> addresses,
        List<Change> changes,
        List<IncidentAnswer> incidents,
        Map<String, String> says) {

    public BirdStory {
        addresses = List.copyOf(addresses);
        changes = List.copyOf(changes);
        incidents = List.copyOf(incidents);
        says = Collections.unmodifiableMap(new TreeMap<>(says));
    }

    /// An address, and from which snapshot to which it had it, in epoch milliseconds.
    public record Address(String address, long from, long to) {}

    /// A change between a snapshot and the one before.
    ///
    /// @param time of the later one, epoch milliseconds
    /// @param record its id
    public record Change(
            long time,
            String field,
            String before,
            String after,
            @JsonProperty("_id") String record) {}
}
