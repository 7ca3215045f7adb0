// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.Interflow.Said;
import dev.birdsong.spi.connector.Census.Note;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.Subject;
import java.util.List;
import java.util.Optional;

/// Audit records: numbered one after the other, and purged from the lowest up.
public record AuditThings() implements Things {

    @Override
    public boolean numbered() {
        return true;
    }

    @Override
    public String name(Document record) {
        return ToldThing.of(record).text("audit", "id");
    }

    @Override
    public Optional<Query> parts(Document record) {
        return Optional.empty();
    }

    /// Those that tell of a purge.
    @Override
    public Query takenAwayBy(Document record) {
        return new Query.And(List.of(
                new Query.Text("record_type", "audit"),
                new Query.Wildcard("thinkst_canary.audit.action_type", "*purge*")));
    }

    @Override
    public LakeRecord note(Origin origin, Note note) {
        ToldThing told = ToldThing.of(note.newest());
        var subject = new Subject(
                origin.sourceKey(), "audit_trail", note.thing(), Subject.number(told.text("audit", "flock_id")));
        return new NotedRecord(origin, AuditPageReader.MSG_CLASS, subject)
                .of(note, told.text("audit", "id"), "Audit record", new Said("audit", told.said("audit")));
    }
}
