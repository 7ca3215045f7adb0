// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import java.util.List;
import java.util.Map;

/// All that is known of somebody who touched decoys.
///
/// @param by by what they are known
/// @param place country and network of the address; empty where they are not known
/// @param firstSeen epoch milliseconds; 0 where nothing was seen
/// @param decoys names of the devices touched
/// @param kinds what happened
/// @param others the other things by which they may be known, by the name of the pivot
/// @param years UTC years, with their events
/// @param days UTC days of one year, as epoch milliseconds of their start, with their events
/// @param incidents the newest ones that they are a part of
public record AttackerProfile(
        String by,
        String value,
        String place,
        long events,
        long firstSeen,
        long lastSeen,
        List<Counted> decoys,
        List<Counted> kinds,
        List<Counted> countries,
        List<Counted> tenants,
        Map<String, List<Counted>> others,
        List<Counted> years,
        Map<Long, Long> days,
        List<IncidentAnswer> incidents) {

    public AttackerProfile {
        decoys = List.copyOf(decoys);
        kinds = List.copyOf(kinds);
        countries = List.copyOf(countries);
        tenants = List.copyOf(tenants);
        others = Map.copyOf(others);
        years = List.copyOf(years);
        days = Map.copyOf(days);
        incidents = List.copyOf(incidents);
    }

    /// A value, how often it was seen, and when last, in epoch milliseconds.
    public record Counted(String value, long count, long lastSeen) {}
}
