// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.ReadIncident.Numbers;
import dev.birdsong.connectors.thinkstcanary.answers.json.Canonical;
import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.connectors.thinkstcanary.answers.json.Tape;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.connector.Shown;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.OptionalLong;
import tools.jackson.core.JsonParser;

/// Reads incidents and makes their records: one of the incident, and one of each event.
final class IncidentElements implements Elements {

    private final IncidentRecords records;
    private final StartFrom start;
    private final HeldEvents events;
    private final Canonical canonical = new Canonical();
    private final MessageDigest digest = Hash.sha256();

    IncidentElements(IncidentRecords records, StartFrom start, HeldEvents events) {
        this.records = records;
        this.start = start;
        this.events = events;
    }

    @Override
    public Outcome read(JsonParser parser, Tape tape, RecordSink sink) throws IOException, InterruptedException {
        Incident incident = new Incident(events, tape);
        incident.begin(Json.start(parser));
        canonical.read(parser, incident);
        Document json = incident.end(Json.end(parser));
        OptionalLong updatedId = ConsoleNumber.of(incident.own("updated_id"));
        var numbers = new Numbers(Subject.number(incident.own("id")), Subject.number(incident.described("flock_id")));
        sink.shows(shown(incident, numbers.thing()));
        String fault = fault(incident, updatedId);
        if (!fault.isEmpty()) {
            return Outcome.unreadable(updatedId, fault);
        }
        String fingerprint = fingerprint();
        if (!start.leavesOut(incident.updated())) {
            var read = new ReadIncident(incident, json, fingerprint, updatedId.getAsLong(), numbers);
            records.handOver(read, events, sink);
        }
        return Outcome.read(updatedId);
    }

    @Override
    public void close() throws IOException {
        events.close();
    }

    private static Shown shown(Incident incident, long thing) {
        if (incident.own("id").isBlank()) {
            return Shown.UNKNOWN;
        }
        ShownEvents events = incident.shownEvents();
        return new Shown(OptionalLong.of(thing), events.missing() > 0 ? events.shown() + events.missing() : 0);
    }

    private String fault(Incident incident, OptionalLong updatedId) {
        if (incident.own("id").isBlank()) {
            return "an incident without an id";
        }
        if (updatedId.isEmpty()) {
            return "an incident without an updated_id that is a number";
        }
        return canonical.tooDeep() ? "an incident that is nested too deep" : "";
    }

    /// Covers all that the console said of the incident, and which events it showed.
    private String fingerprint() {
        canonical.addTo(digest);
        digest.update((events.count() + " " + events.shown().digest()).getBytes(StandardCharsets.UTF_8));
        return Hash.end(digest).text();
    }
}
