// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.Interflow.Said;
import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import dev.birdsong.spi.connector.Census.Kind;
import dev.birdsong.spi.connector.Census.Note;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.RecordId;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Subject;
import dev.birdsong.spi.record.Version;

/// Makes records that say that something is gone at the console, or back: the same id for the same note.
record NotedRecord(Origin origin, String msgClass, Subject subject) {

    private static final String FINGERPRINT = "noted";

    /// @param id what the console calls it
    /// @param what it is, for people
    /// @param said what the console said of it
    LakeRecord of(Note note, String id, String what, Said said) {
        String kind = note.kind().label();
        String recordId =
                RecordId.of(origin, kind, msgClass, id, Long.toString(note.thing()), Long.toString(note.episode()));
        RecordKey key = new RecordKey(Index.SYSLOG, origin.tenantId(), recordId, note.at());
        return new LakeRecord(key, Version.NONE, FINGERPRINT, document(note, what, said)).about(subject.noted());
    }

    private Document document(Note note, String what, Said said) {
        ToldThing newest = ToldThing.of(note.newest());
        Interflow interflow = new Interflow(origin, msgClass)
                .begin(note.at(), note.kind().label())
                .text(
                        "event_name",
                        what + (note.kind() == Kind.DELETED ? " deleted at the source" : " back at the source"))
                .text("event_class", LogType.Category.OPERATIONAL.label())
                .text("severity", note.kind() == Kind.DELETED ? "medium" : "info")
                .text("hostname", newest.top().getOrDefault("hostname", ""));
        if (note.by().isEmpty()) {
            return interflow.end(said);
        }
        ToldThing by = ToldThing.of(note.by().get());
        interflow
                .text("username", by.top().getOrDefault("username", ""))
                .ip("srcip", by.top().getOrDefault("srcip", ""));
        return interflow.end(said, new Said("by", by(by)));
    }

    /// Which record of the audit trail tells of it.
    private static Document by(ToldThing by) {
        Bytes flat = new Bytes().add("{\"audit_id\":");
        flat.addQuoted(by.text("audit", "id"));
        for (String name : new String[] {"timestamp", "action_type", "message", "user"}) {
            flat.add(",").addQuoted(name).add(':').addQuoted(by.text("audit", name));
        }
        return flat.add('}').document();
    }
}
