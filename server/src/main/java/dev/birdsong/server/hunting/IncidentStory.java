// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that is known of an incident.
///
/// @param timeline what happened to it, the first first
/// @param events the newest of them, the newest first
/// @param eventsStored how many of its events are in the lake
/// @param states how many states of it are
public record IncidentStory(
        IncidentAnswer incident, List<Moment> timeline, List<EventAnswer> events, long eventsStored, long states) {

    public IncidentStory {
        timeline = List.copyOf(timeline);
        events = List.copyOf(events);
    }

    /// Something that happened.
    ///
    /// @param time epoch milliseconds
    /// @param kind `created`, `event`, `grew`, `acknowledged`, `reopened`, `enriched`, `changed`,
    ///     `deleted_at_source` or `returned_at_source`
    /// @param text what it was, for people
    /// @param by who did it, as the audit trail tells it; empty where it tells nobody
    /// @param record id of the record that tells it
    public record Moment(long time, String kind, String text, String by, String record) {}

    /// An event.
    ///
    /// @param time epoch milliseconds
    /// @param fields what else it says
    /// @param enriched whether it was told again, with more
    public record EventAnswer(
            @JsonProperty("_id") String id,
            long time,
            String username,
            String password,
            Map<String, String> fields,
            boolean enriched) {

        public EventAnswer {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }
    }
}
