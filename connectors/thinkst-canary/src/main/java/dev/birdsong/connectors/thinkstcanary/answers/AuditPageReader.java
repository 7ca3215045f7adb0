// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.Elements.Outcome;
import dev.birdsong.connectors.thinkstcanary.answers.Interflow.Said;
import dev.birdsong.connectors.thinkstcanary.answers.LogType.Category;
import dev.birdsong.connectors.thinkstcanary.answers.PlainElements.Element;
import dev.birdsong.connectors.thinkstcanary.answers.json.Texts;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.connector.Shown;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.RecordId;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Subject;
import dev.birdsong.spi.record.Version;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.Set;

/// Reads answers of `/audit_trail/fetch`. Holds no state between pages; may be used by several threads.
///
/// @param origin whose records they are
/// @param start records from before it are not handed over
public record AuditPageReader(Origin origin, StartFrom start) implements PageReader {

    static final String MSG_CLASS = "canary_audit";
    private static final Set<String> WANTED =
            Set.of("id", "timestamp", "timestamp_std", "user", "user_ip", "action_type", "flock_id");

    @Override
    public Page read(InputStream body, RecordSink sink) throws BrokenPageException, IOException, InterruptedException {
        Interflow interflow = new Interflow(origin, MSG_CLASS);
        try (PlainElements elements = new PlainElements(WANTED, (element, to) -> make(element, interflow, to))) {
            return new AnswerReading("audit_trail", elements, new Quarantine(origin, MSG_CLASS), body, sink).read();
        }
    }

    private Outcome make(Element element, Interflow interflow, RecordSink sink) throws InterruptedException {
        Texts texts = element.texts();
        OptionalLong id = ConsoleNumber.of(texts.get("id"));
        if (id.isEmpty()) {
            sink.shows(Shown.UNKNOWN);
            return Outcome.unreadable(id, "an audit record without an id that is a number");
        }
        sink.shows(Shown.of(id.getAsLong()));
        OptionalLong time = ConsoleTime.readable(texts.get("timestamp"), texts.get("timestamp_std"));
        if (start.leavesOut(time)) {
            return Outcome.read(id);
        }
        long timestamp = time.orElse(0);
        String recordId = RecordId.of(
                origin, "audit", Long.toString(id.getAsLong()), texts.get("timestamp"), element.fingerprint());
        RecordKey key = new RecordKey(Index.SYSLOG, origin.tenantId(), recordId, timestamp);
        var subject =
                new Subject(origin.sourceKey(), "audit_trail", id.getAsLong(), Subject.number(texts.get("flock_id")));
        Document document = document(element, timestamp, interflow);
        sink.record(new LakeRecord(key, Version.NONE, element.fingerprint(), document).about(subject));
        return Outcome.read(id);
    }

    private static Document document(Element element, long timestamp, Interflow interflow) {
        Texts texts = element.texts();
        return interflow
                .begin(timestamp, "audit")
                .ip("srcip", texts.get("user_ip"))
                .text("username", texts.get("user"))
                .text("event_name", texts.get("action_type"))
                .text("event_class", Category.OPERATIONAL.label())
                .text("severity", "info")
                .end(new Said("audit", element.json()));
    }
}
