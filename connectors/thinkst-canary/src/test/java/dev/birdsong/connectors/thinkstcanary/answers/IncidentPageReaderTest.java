// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static dev.birdsong.connectors.thinkstcanary.answers.Examples.SSH_EVENT;
import static dev.birdsong.connectors.thinkstcanary.answers.Examples.incidents;
import static dev.birdsong.connectors.thinkstcanary.answers.Examples.sshIncident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentPageReaderTest {

    private final CollectedRecords sink = new CollectedRecords();

    @TempDir
    private Path folder;

    private IncidentPageReader reader() {
        return new IncidentPageReader(CollectedRecords.ORIGIN, 3, StartFrom.ALL, folder);
    }

    private Page read(String answer) throws BrokenPageException, IOException, InterruptedException {
        return sink.read(reader(), answer);
    }

    @Test
    void saysWhatThePageSaidBesideItsRecords() throws Exception {
        Page page = read(incidents(sshIncident(SSH_EVENT)));

        assertThat(page).isEqualTo(new Page("success", "", "MTA=", Page.Ids.NONE.with(5429)));
    }

    @Test
    void makesARecordOfTheIncidentWithoutItsEvents() throws Exception {
        read(incidents(sshIncident(SSH_EVENT)));

        LakeRecord incident = sink.records.getFirst();
        assertThat(incident.key().timestamp()).isEqualTo(1762757106000L);
        assertThat(incident.key().index()).isEqualTo(Index.SYSLOG);
        assertThat(incident.version()).isEqualTo(new Version(3, 5429));
        assertThat(incident.document().json())
                .startsWith("{\"timestamp\":1762757106000,\"tenantid\":\"acme\",\"tenant_name\":\"Acme\","
                        + "\"connector_id\":\"connector-1\",\"connector_name\":\"Console \\\"one\\\"\","
                        + "\"msg_class\":\"canary_incidents\",\"msg_origin\":{\"vendor\":\"thinkst_canary\","
                        + "\"source\":\"thinkst_canary\",\"category\":\"honeypot\",\"processor\":{\"name\":"
                        + "\"thinkst_canary\",\"type\":\"log_collector\"}},\"record_type\":\"incident\","
                        + "\"srcip\":\"192.168.50.32\",\"srcport\":55202,\"srcip_host\":\"laptop.example\","
                        + "\"dstip\":\"192.168.50.220\",\"dstport\":22,\"hostname\":\"files-01\","
                        + "\"event_name\":\"SSH Login Attempt\",\"event_class\":\"attack\",\"severity\":\"high\","
                        + "\"mitre\":{\"technique\":{\"id\":\"T1110\",\"name\":\"Brute Force\"}},"
                        + "\"thinkst_canary\":{\"incident\":{\"description\": {\"acknowledged\": \"False\"")
                .contains("\"dst_port\": \"22\",\n  \"events_count\"", "\"ratio\": 1.0}")
                .contains(",\"events\":{\"shown\":1,\"missing\":0,\"epoch\":3,\"updated_id\":5429,\"digest\":\"")
                .doesNotContain("letmein");
    }

    @Test
    void makesARecordOfEachEvent() throws Exception {
        read(incidents(sshIncident(SSH_EVENT)));

        LakeRecord event = sink.records.getLast();
        assertThat(sink.records).hasSize(2);
        assertThat(event.key().timestamp()).isEqualTo(1762757102000L);
        assertThat(event.document().json())
                .contains("\"record_type\":\"event\",\"srcip\":\"192.168.50.32\"", "\"username\":\"root\"")
                .endsWith("\"thinkst_canary\":{\"incident\":{\"id\":\"incident:sshlogin:1\","
                        + "\"hash_id\":\"fe817692b611ed086a6d26b0f2e93298\",\"summary\":\"SSH Login Attempt\","
                        + "\"created\":\"1762757102\",\"logtype\":\"4002\",\"src_host\":\"192.168.50.32\","
                        + "\"node_id\":\"000000004e46095c\",\"name\":\"files-01\",\"flock_id\":\"flock:default\","
                        + "\"flock_name\":\"Default Flock\"},\"event\":" + SSH_EVENT
                        + ",\"events\":{\"position\":0,\"missing\":0,\"epoch\":3,\"updated_id\":5429}}}");
    }

    @Test
    void putsEventsIntoAFileWhereThereAreTooManyAndDeletesIt() throws Exception {
        sink.read(
                new IncidentPageReader(CollectedRecords.ORIGIN, 0, StartFrom.ALL, folder, 10),
                incidents(sshIncident(SSH_EVENT, SSH_EVENT)));

        assertThat(sink.records).hasSize(3);
        assertThat(sink.ids()).doesNotHaveDuplicates();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesTheSameRecordsWhateverTheOrderOfKeys() throws Exception {
        CollectedRecords reversed = new CollectedRecords();

        reader().read(StreamedAnswer.alphabetical(3, 5), sink);
        reader().read(StreamedAnswer.reversed(3, 5), reversed);

        assertThat(sink.records).hasSize(18);
        assertThat(reversed.ids()).isEqualTo(sink.ids());
        assertThat(reversed.fingerprints()).isEqualTo(sink.fingerprints());
    }

    @Test
    void keepsWhatItReadBeforeAFault() {
        String answer = incidents(sshIncident(SSH_EVENT), "{\"id\": \"b\", x}");

        assertThatThrownBy(() -> read(answer)).isInstanceOfSatisfying(BrokenPageException.class, broken -> {
            assertThat(broken.before().cursor()).isEqualTo("MTA=");
            assertThat(broken.before().ids().count()).isEqualTo(1);
            assertThat(broken.broken().content().json()).startsWith("{\"id\": \"b\", x}");
        });
        assertThat(sink.records).hasSize(2);
    }

    @Test
    void isCutWhereTheAnswerEndsInTheMiddle() {
        String answer = incidents(sshIncident(SSH_EVENT));

        for (int end = 1; end < answer.length(); end++) {
            String cut = answer.substring(0, end);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void deletesTheFileAlsoWhereTheSinkDoesNotTakeARecord() {
        IncidentPageReader spooling = new IncidentPageReader(CollectedRecords.ORIGIN, 0, StartFrom.ALL, folder, 10);
        InputStream answer = new ByteArrayInputStream(
                incidents(sshIncident(SSH_EVENT, SSH_EVENT)).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> spooling.read(answer, new FullSink())).isInstanceOf(InterruptedException.class);
        assertThat(folder).isEmptyDirectory();
    }

    /// Takes nothing.
    private static final class FullSink implements RecordSink {

        @Override
        public void record(LakeRecord record) throws InterruptedException {
            throw new InterruptedException("no room");
        }

        @Override
        public void quarantine(Quarantined unreadable) throws InterruptedException {
            throw new InterruptedException("no room");
        }
    }
}
