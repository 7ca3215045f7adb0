// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.connectors.thinkstcanary.answers.AuditPageReader;
import dev.birdsong.connectors.thinkstcanary.answers.IncidentPageReader;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.testkit.connector.CollectingSink;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an earlier version could not read is read by one that can.
class KeptAnswerTest {

    private static final Origin ORIGIN = new Origin("tenant", "Tenant", "source", "connector", "Connector");
    private static final String AUDIT = "{\"id\": 7, \"timestamp\": \"1764000000\", \"user\": \"anna\"}";
    private static final KeptAnswer READING = new KeptAnswer("audit_trail", new AuditPageReader(ORIGIN, StartFrom.ALL));

    @TempDir
    private Path folder;

    private final CollectingSink sink = new CollectingSink();

    @ParameterizedTest
    @ValueSource(
            strings = {
                AUDIT,
                "  " + AUDIT + "\n",
                "[" + AUDIT + "]",
                "{\"result\": \"success\", \"audit_trail\": [" + AUDIT + "]}"
            })
    void isReadAsARecordAsAListOrAsAWhole(String kept) throws InterruptedException {
        Optional<String> reason = READING.read(Document.of(kept), sink);

        assertThat(reason).isEmpty();
        assertThat(sink.records()).hasSize(1);
    }

    @Test
    void isTheRecordThatTheConsoleWouldShowNow() throws Exception {
        READING.read(Document.of(AUDIT), sink);
        var page = new CollectingSink();
        new AuditPageReader(ORIGIN, StartFrom.ALL)
                .read(
                        Document.of("{\"result\": \"success\", \"audit_trail\": [" + AUDIT + "]}")
                                .open(),
                        page);

        assertThat(sink.records()).isEqualTo(page.records());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"none\"}",
                AUDIT + ",{\"id\": ",
                "[" + AUDIT + ", 7]",
                "{\"result\": \"error\", \"message\": \"no\"}",
                "<html></html>"
            })
    void isReadToItsEndOrNotAtAll(String kept) throws InterruptedException {
        Optional<String> reason = READING.read(Document.of(kept), sink);

        assertThat(reason).isPresent();
        assertThat(sink.records()).isEmpty();
        assertThat(sink.quarantined()).isEmpty();
    }

    @Test
    void isReadIntoTheEpochInWhichItWasKept() throws InterruptedException {
        String incident = "{\"id\": \"i\", \"updated_id\": 5, \"description\": {\"created\": \"1764000000\"}}";
        for (long epoch : List.of(0L, 3L)) {
            var reader = new IncidentPageReader(ORIGIN, epoch, StartFrom.ALL, folder);
            new KeptAnswer("incidents", reader).read(Document.of(incident), sink);
        }

        assertThat(sink.records().stream().map(LakeRecord::version).distinct()).hasSize(2);
    }
}
