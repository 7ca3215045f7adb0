// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.IncidentAnswer.ID;
import static dev.birdsong.server.hunting.Records.all;
import static dev.birdsong.server.hunting.Records.exactly;
import static dev.birdsong.server.hunting.Records.type;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.hunting.IncidentStory.EventAnswer;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Tells all of one incident.
@Component
public final class IncidentStories {

    private static final int MOST_STATES = 1_000;
    private static final int MOST_EVENTS = 200;
    private static final int MOST_AUDIT = 500;
    private static final int ELSEWHERE = 10;
    private static final Query ACKNOWLEDGING = new Query.Or(List.of(
            new Query.Wildcard("thinkst_canary.audit.action_type", "*ack*"),
            new Query.Wildcard("thinkst_canary.audit.message", "*acknowledg*")));

    private final Records records;
    private final Incidents incidents;

    public IncidentStories(Records records, Incidents incidents) {
        this.records = records;
        this.incidents = incidents;
    }

    /// All of the incident that a record tells of: of a state of it, an event, or a note.
    ///
    /// @throws ApiException 404 if there is no such record, or it tells of no incident
    public IncidentStory of(Caller caller, String record) {
        ReadRecord known = records.one(caller, record)
                .filter(one -> !one.text(ID).isEmpty())
                .orElseThrow(() -> ApiException.missing("incident", record));
        Query incident = all(exactly("tenantid", known.text("tenantid")), exactly(ID, known.text(ID)));
        List<ReadRecord> states = states(caller, incident);
        List<ReadRecord> notes = records.newest(caller, all(incident, DeletedIncidents.NOTES), MOST_STATES)
                .records();
        Records.Found found = records.newest(caller, all(incident, type("event")), MOST_EVENTS);
        List<EventAnswer> events =
                found.records().stream().map(EventReading::of).toList();
        boolean deleted = notes.stream()
                .findFirst()
                .filter(note -> note.text("record_type").equals(DeletedIncidents.DELETED))
                .isPresent();
        return new IncidentStory(
                IncidentAnswer.of(states.isEmpty() ? known : states.getLast(), deleted),
                new Timeline(states, notes, audit(caller, known, states)).with(events),
                events,
                found.total(),
                states.size());
    }

    /// What else the same source did: other incidents, the newest first.
    public List<IncidentAnswer> elsewhere(Caller caller, IncidentAnswer incident) {
        String path = incident.srcip().isEmpty() ? "srcip_host" : "srcip";
        Query others = all(exactly(path, incident.source()), new Query.Not(exactly(ID, incident.incidentId())));
        return incident.source().isEmpty()
                ? List.of()
                : incidents
                        .page(caller, others, Incidents.State.ALL, Optional.empty(), ELSEWHERE)
                        .data();
    }

    /// In the order in which the lake stored them.
    private List<ReadRecord> states(Caller caller, Query incident) {
        var order = List.of(
                Sort.ascending("write_time"), Sort.ascending(IncidentAnswer.UPDATED_ID), Sort.ascending("timestamp"));
        return records.page(
                        caller,
                        Index.SYSLOG,
                        all(incident, type("incident")),
                        new Paging(order, 0, MOST_STATES, List.of(), true))
                .records();
    }

    private Timeline.AuditTrail audit(Caller caller, ReadRecord known, List<ReadRecord> states) {
        List<String> names = Stream.of(known.text(ID), known.text("thinkst_canary.incident.hash_id"))
                .filter(name -> !name.isBlank())
                .toList();
        boolean wanted = states.stream().anyMatch(state -> state.flag(IncidentAnswer.ACKNOWLEDGED));
        return new Timeline.AuditTrail(
                wanted
                        ? records.newest(
                                        caller,
                                        all(
                                                type("audit"),
                                                exactly("tenantid", known.text("tenantid")),
                                                exactly("connector_id", known.text("connector_id")),
                                                ACKNOWLEDGING),
                                        MOST_AUDIT)
                                .records()
                        : List.of(),
                names);
    }
}
