// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.Interflow.Said;
import dev.birdsong.connectors.thinkstcanary.answers.json.Bytes;
import dev.birdsong.spi.connector.Census.Note;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.Subject;
import java.util.List;
import java.util.Optional;

/// Incidents: their parts are their events, and anybody who may can delete one.
public record IncidentThings() implements Things {

    private static final List<String> KEPT = List.of(
            "id", "hash_id", "summary", "created", "logtype", "src_host", "node_id", "name", "flock_id", "flock_name");

    @Override
    public boolean numbered() {
        return false;
    }

    @Override
    public String name(Document record) {
        return ToldThing.of(record).text("incident", "id");
    }

    @Override
    public Optional<Query> parts(Document record) {
        return Optional.of(new Query.And(List.of(
                new Query.Text("thinkst_canary.incident.id", name(record)), new Query.Text("record_type", "event"))));
    }

    /// Those of the audit trail that name the incident and tell of a deletion.
    @Override
    public Query takenAwayBy(Document record) {
        ToldThing told = ToldThing.of(record);
        String hash = told.text("incident", "hash_id");
        List<Query> names = hash.isBlank()
                ? List.of(new Query.Text(Query.ANY, told.text("incident", "id")))
                : List.of(new Query.Text(Query.ANY, told.text("incident", "id")), new Query.Text(Query.ANY, hash));
        return new Query.And(List.of(
                new Query.Text("record_type", "audit"),
                new Query.Wildcard("thinkst_canary.audit.action_type", "*delete*"),
                new Query.Or(names)));
    }

    @Override
    public LakeRecord note(Origin origin, Note note) {
        ToldThing told = ToldThing.of(note.newest());
        Bytes flat = new Bytes().add('{');
        for (String name : KEPT) {
            String value = told.text("incident", name);
            if (!value.isBlank()) {
                flat.add(flat.length() > 1 ? "," : "").addQuoted(name).add(':').addQuoted(value);
            }
        }
        Subject subject = new Subject(
                origin.sourceKey(), "incidents", note.thing(), Subject.number(told.text("incident", "flock_id")));
        Said incident = new Said("incident", flat.add('}').document());
        return new NotedRecord(origin, IncidentRecords.MSG_CLASS, subject)
                .of(note, told.text("incident", "id"), "Incident", incident);
    }
}
