// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.HeldEvent.Traits;
import dev.birdsong.connectors.thinkstcanary.answers.Interflow.Said;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.RecordId;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Subject;
import dev.birdsong.spi.record.Version;
import java.io.IOException;
import java.util.List;

/// Makes the records of incidents and of their events.
final class IncidentRecords {

    static final String MSG_CLASS = "canary_incidents";

    private final Origin origin;
    private final long epoch;
    private final Interflow interflow;
    private final Quarantine quarantine;

    IncidentRecords(Origin origin, long epoch) {
        this.origin = origin;
        this.epoch = epoch;
        this.interflow = new Interflow(origin, MSG_CLASS);
        this.quarantine = new Quarantine(origin, MSG_CLASS);
    }

    /// Hands over the record of this incident, then those of its events.
    void handOver(ReadIncident incident, HeldEvents events, RecordSink sink) throws IOException, InterruptedException {
        ShownEvents shown = incident.texts().shownEvents();
        sink.record(incident(incident, shown, events.shown()));
        EventRecords each = new EventRecords(incident, shown);
        events.replay(event -> {
            if (event.readable()) {
                sink.record(each.next(event));
            } else {
                each.skip();
                sink.quarantine(quarantine.of(
                        "an event that is not an object, or nested too deep",
                        event.json().bytes()));
            }
        });
    }

    private LakeRecord incident(ReadIncident incident, ShownEvents shown, EventsDigest digest) {
        String id = RecordId.of(
                origin, "incident", incident.id(), Long.toString(incident.updatedId()), incident.fingerprint());
        long timestamp = incident.timestamp();
        interflow.begin(timestamp, "incident");
        describe(incident, Traits.NONE);
        String events = "{\"shown\":" + shown.shown() + noted(incident, shown) + ",\"digest\":\"" + digest.digest()
                + "\",\"order\":\"" + digest.order() + "\"}";
        Document document = interflow.end(new Said("incident", incident.json()), Said.of("events", events));
        return record(id, timestamp, incident, incident.fingerprint(), document);
    }

    private void describe(ReadIncident incident, Traits event) {
        Incident texts = incident.texts();
        String incidentSource = texts.described("src_host");
        String source = or(event.srcHost(), incidentSource);
        String reverse = source.equals(incidentSource) ? texts.described("src_host_reverse") : "";
        String name = texts.described("name");
        interflow
                .ip("srcip", source)
                .port("srcport", or(event.srcPort(), texts.described("src_port")))
                .text("srcip_host", Address.isIp(source) ? reverse : or(reverse, source))
                .ip("dstip", texts.described("dst_host"))
                .port("dstport", or(event.dstPort(), texts.described("dst_port")))
                .text("hostname", name.equals("N/A") ? "" : name)
                .text("username", event.username())
                .text("event_name", or(texts.described("description"), texts.own("summary")))
                .kind(incident.logType());
    }

    private LakeRecord record(String id, long timestamp, ReadIncident incident, String fingerprint, Document document) {
        RecordKey key = new RecordKey(Index.SYSLOG, origin.tenantId(), id, timestamp);
        Subject subject = incident.subject(origin);
        return new LakeRecord(key, new Version(epoch, incident.updatedId()), fingerprint, document, List.of(), subject);
    }

    /// What is noted beside every record, so that an incident can be put together again from documents alone.
    private String noted(ReadIncident incident, ShownEvents shown) {
        return ",\"missing\":" + shown.missing() + ",\"epoch\":" + epoch + ",\"updated_id\":" + incident.updatedId();
    }

    private static String or(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }

    /// Makes the records of one incident's events, in their order.
    private final class EventRecords {

        private final ReadIncident incident;
        private final ShownEvents shown;
        private final Said beside;
        private final Tally equal = new Tally();
        private long position;

        EventRecords(ReadIncident incident, ShownEvents shown) {
            this.incident = incident;
            this.shown = shown;
            this.beside = incident.besideEvents();
        }

        LakeRecord next(HeldEvent event) {
            String created = incident.texts().described("created");
            String time = or(event.traits().time(), created);
            long first = shown.firstNumber(time);
            long number = first + equal.count(event.content());
            String id = RecordId.of(
                    origin, "event", incident.id(), time, event.content().text(), Long.toString(number));
            long timestamp = ConsoleTime.first(
                    event.traits().time(),
                    event.traits().timeText(),
                    created,
                    incident.texts().described("created_std"));
            interflow.begin(timestamp, "event");
            describe(incident, event.traits());
            Document document = interflow.end(
                    beside,
                    new Said("event", event.json()),
                    Said.of("events", "{\"position\":" + position + noted(incident, shown) + "}"));
            LakeRecord record = record(id, timestamp, incident, fingerprint(event, first), document);
            skip();
            return record;
        }

        /// Where an event's number had to be guessed, another event may have it next time: then its place in the
        /// list is part of what is compared, so that the record follows.
        private String fingerprint(HeldEvent event, long firstNumber) {
            String itself = event.fingerprint().text();
            return firstNumber == 0 ? itself : itself + "@" + position + "+" + shown.missing();
        }

        void skip() {
            position++;
        }
    }
}
