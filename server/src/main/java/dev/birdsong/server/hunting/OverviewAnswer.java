// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How things stand.
///
/// @param records how many are stored, in both indices
/// @param open incidents that nobody has acknowledged, by severity
/// @param openTotal how many that are
/// @param attackers different source addresses of attacks in the last 30 days
/// @param birds how many are live, and how many dark, of those that their console lists
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
    /// @param compared those of them that were compared with all that their console holds
    /// @param comparedSince since when all of those were, epoch milliseconds
    /// @param lacking connectors of which that comparison found something missing or never seen, by id
    /// @param cutIncidents incidents of which their console counts more events than it showed
    public record Completeness(
            long streams,
            long upToDate,
            long compared,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> comparedSince,
            List<String> lacking,
            long cutIncidents) {

        public Completeness {
            lacking = List.copyOf(lacking);
        }

        /// Whether nothing is known to be missing.
        @JsonIgnore
        public boolean isWhole() {
            return upToDate == streams && lacking.isEmpty();
        }
    }
}
