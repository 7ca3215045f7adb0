// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Version;
import org.junit.jupiter.api.Test;

class AuditPageReaderTest {

    private final CollectedRecords sink = new CollectedRecords();
    private final AuditPageReader reader = new AuditPageReader(CollectedRecords.ORIGIN, StartFrom.ALL);

    @Test
    void makesARecordOfEachAuditRecord() throws Exception {
        Page page = sink.read(reader, Examples.audit(Examples.AUDIT));

        LakeRecord record = sink.records.getFirst();
        assertThat(page).isEqualTo(new Page("success", "", "MDo2OQ==", Page.Ids.NONE.with(73)));
        assertThat(record.version()).isEqualTo(Version.NONE);
        assertThat(record.key().timestamp()).isEqualTo(1585918602000L);
        assertThat(record.document().json())
                .contains(
                        "\"msg_class\":\"canary_audit\"",
                        "\"record_type\":\"audit\",\"srcip\":\"198.51.100.20\","
                                + "\"username\":\"alice@example.com\",\"event_name\":\"user_login\","
                                + "\"event_class\":\"operational\",\"severity\":\"info\"")
                .endsWith("\"thinkst_canary\":{\"audit\":" + Examples.AUDIT + "}}");
    }

    @Test
    void givesAuditRecordsTheirFrozenIds() throws Exception {
        sink.read(reader, Examples.audit(Examples.AUDIT));

        assertThat(sink.ids()).containsExactly("GFO2Zs9h5MsI_O0IDc9rkw");
        assertThat(sink.fingerprints()).containsExactly("UI6h4crbodxI2h0RkYdJBw");
    }

    @Test
    void neverReplacesARecordWhenTheNumberingBeginsAgain() throws Exception {
        sink.read(reader, Examples.audit(Examples.AUDIT, Examples.AUDIT.replace("alice", "bob")));

        assertThat(sink.ids()).doesNotHaveDuplicates();
    }

    @Test
    void readsARecordWhoseTimeItCannotRead() throws Exception {
        sink.read(reader, Examples.audit("{\"id\": \"5\", \"timestamp\": \"yesterday\"}"));

        assertThat(sink.records.getFirst().key().timestamp()).isZero();
    }

    @Test
    void putsARecordWithoutANumberIntoQuarantine() throws Exception {
        Page page = sink.read(reader, Examples.audit("{\"id\": null}", Examples.AUDIT, "{\"id\": \"a\"}"));

        assertThat(sink.records).hasSize(1);
        assertThat(page.ids().count()).isEqualTo(1);
        assertThat(sink.quarantined).hasSize(2);
    }
}
