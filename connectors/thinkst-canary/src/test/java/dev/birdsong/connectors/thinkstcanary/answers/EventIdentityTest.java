// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static dev.birdsong.connectors.thinkstcanary.answers.Examples.SSH_EVENT;
import static dev.birdsong.connectors.thinkstcanary.answers.Examples.incidents;
import static dev.birdsong.connectors.thinkstcanary.answers.Examples.sshIncident;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.record.LakeRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which records are the same, frozen: a change here needs a new scheme of ids.
class EventIdentityTest {

    private static final String TOKEN_EVENT = """
            {"timestamp": 1762757102, "type": "http", "headers": {"b": "2", "a": "1"}, "list": [1, null, "x"]}""";

    @TempDir
    private Path folder;

    private CollectedRecords read(long epoch, String... incidents) throws Exception {
        CollectedRecords sink = new CollectedRecords();
        sink.read(new IncidentPageReader(CollectedRecords.ORIGIN, epoch, StartFrom.ALL, folder), incidents(incidents));
        return sink;
    }

    private LakeRecord event(String event) throws Exception {
        return read(0, sshIncident(event)).records.getLast();
    }

    @Test
    void givesIncidentsAndEventsTheirFrozenIds() throws Exception {
        CollectedRecords sink = read(0, sshIncident(SSH_EVENT, SSH_EVENT));

        assertThat(sink.ids())
                .containsExactly("qo_2cgRjfxqgE-4hTQOWVw", "1D4Ut6MjGc_2VTWhAHG1cQ", "QsNUt2T7c7lVWNVKpXpKPQ");
        assertThat(sink.fingerprints())
                .containsExactly("m6dqdUJKhFrfYcL0k1a-uw", "pGzDWFKTFJQm9zM0WLRRpA", "pGzDWFKTFJQm9zM0WLRRpA");
    }

    @Test
    void doesNotTakeTheEpochIntoTheIds() throws Exception {
        assertThat(read(1, sshIncident(SSH_EVENT)).ids())
                .isEqualTo(read(0, sshIncident(SSH_EVENT)).ids());
    }

    @Test
    void keepsEveryStateOfAnIncident() throws Exception {
        String before = sshIncident(SSH_EVENT);
        String after = before.replace("\"acknowledged\": \"False\"", "\"acknowledged\": \"True\"");

        CollectedRecords sink = read(0, before, after);

        assertThat(sink.ids().get(0)).isNotEqualTo(sink.ids().get(2));
        assertThat(sink.ids().get(1)).isEqualTo(sink.ids().get(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"http\", \"timestamp\": \"1762757102\", \"headers\": {\"a\": 1, \"b\": 2},"
                        + " \"list\": [\"1\", \"\", \"x\"]}",
                "{\"timestamp\": 1762757102, \"type\": \"http\", \"headers\": {\"b\": \"2\", \"a\": \"1\", \"c\": null},"
                        + " \"list\": [1, null, \"x\"], \"new\": \"\", \"newer\": {}, \"newest\": []}",
                "{\"timestamp\": 1762757102, \"type\": \"http\", \"headers\": {\"b\": \"2\", \"a\": \"1\"},"
                        + " \"list\": [1, null, \"x\"], \"geoip\": null}",
            })
    void knowsAnEventAgainWhoseTypesAndBlanksChange(String event) throws Exception {
        LakeRecord same = event(event);
        LakeRecord one = event(TOKEN_EVENT);

        assertThat(same.key()).isEqualTo(one.key());
        assertThat(same.fingerprint()).isEqualTo(one.fingerprint());
    }

    @Test
    void knowsAnEventAgainThatIsEnriched() throws Exception {
        LakeRecord before = event(TOKEN_EVENT);
        LakeRecord after = event(TOKEN_EVENT.replace(
                "{\"timestamp\"",
                "{\"geoip\": {\"city\": \"Oslo\"}, \"ip_blocklist\": {}, \"scanner\": \"x\", \"timestamp\""));

        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timestamp\": 1762757103, \"type\": \"http\", \"headers\": {\"b\": \"2\", \"a\": \"1\"}, \"list\": [1, null, \"x\"]}",
                "{\"timestamp\": 1762757102, \"type\": \"http\", \"headers\": {\"b\": \"1\", \"a\": \"2\"}, \"list\": [1, null, \"x\"]}",
                "{\"timestamp\": 1762757102, \"type\": \"http\", \"headers\": {\"b\": \"2\", \"a\": \"1\"}, \"list\": [null, 1, \"x\"]}",
                "{\"timestamp\": 1762757102, \"type\": \"http\", \"headers\": {\"b\": \"2\", \"a\": \"1\"}, \"list\": [1.0, null, \"x\"]}",
                "{\"timestamp\": 1762757102, \"type\": \"http \", \"headers\": {\"b\": \"2\", \"a\": \"1\"}, \"list\": [1, null, \"x\"]}",
            })
    void tellsEventsApartThatSaySomethingElse(String event) throws Exception {
        assertThat(event(event).key().id())
                .isNotEqualTo(event(TOKEN_EVENT).key().id());
    }

    @Test
    void takesTheIncidentsTimeForAnEventWithoutOne() throws Exception {
        assertThat(event("{\"METHOD\": \"HEAD\"}").key().timestamp()).isEqualTo(1762757102000L);
    }

    @Test
    void numbersEqualEventsFromTheFrontWhereTheListIsWhole() throws Exception {
        List<String> two = read(0, sshIncident(SSH_EVENT, SSH_EVENT)).ids();
        List<String> three =
                read(0, sshIncident(SSH_EVENT, SSH_EVENT, SSH_EVENT)).ids();

        assertThat(two).doesNotHaveDuplicates();
        assertThat(three).containsAll(two.subList(1, 3));
    }

    @Test
    void numbersEqualEventsFromTheEndWhereTheListIsCut() throws Exception {
        String cut = sshIncident(SSH_EVENT, SSH_EVENT).replace("\"events_count\": \"1\"", "\"events_count\": \"4\"");
        List<String> all =
                read(0, sshIncident(SSH_EVENT, SSH_EVENT, SSH_EVENT, SSH_EVENT)).ids();

        assertThat(read(0, cut).ids().subList(1, 3)).isEqualTo(all.subList(3, 5));
    }
}
