// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How things stand.
///
/// @param records how many are stored, in both indices
/// @param open incidents that nobody has acknowledged, by severity
/// @param openTotal how many that are
/// @param attackers different source addresses of attacks in the last 30 days
/// @param birds how many are live, and how many dark
/// @param connectors how many there are, by the word for how they stand
/// @param incidents the newest
public record OverviewAnswer(
        long records,
        Map<String, Long> open,
        long openTotal,
        long attackers,
        BirdCounts birds,
        Map<String, Long> connectors,
        Completeness completeness,
        List<IncidentAnswer> incidents) {

    public OverviewAnswer {
        open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
        connectors = Collections.unmodifiableMap(new TreeMap<>(connectors));
        incidents = List.copyOf(incidents);
    }

    /// Birds, by how they are.
    public record BirdCounts(long live, long dark) {}

    /// Whether all that the consoles hold is here.
    ///
    /// @param streams content types of active connectors
    /// @param upToDate those of them that have all that their console told of
    /// @param cutIncidents incidents of which their console counts more events than it showed
    public record Completeness(long streams, long upToDate, long cutIncidents) {}
}
