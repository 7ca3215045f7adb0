// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static dev.birdsong.connectors.thinkstcanary.answers.Examples.SSH_EVENT;
import static dev.birdsong.connectors.thinkstcanary.answers.Examples.incidents;
import static dev.birdsong.connectors.thinkstcanary.answers.Examples.sshIncident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.connector.StartFrom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a console may send and still be understood, and what is said where it cannot be.
class LenientReadingTest {

    private final CollectedRecords sink = new CollectedRecords();

    @TempDir
    private Path folder;

    private Page read(String answer) throws BrokenPageException, IOException, InterruptedException {
        return sink.read(new IncidentPageReader(CollectedRecords.ORIGIN, 0, StartFrom.ALL, folder), answer);
    }

    private static String element(String rest) {
        return "{\"id\": \"i\", \"updated_id\": 7" + rest + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"incidents\": [], \"result\": \"success\"}",
                "{\"incidents\": null, \"result\": \"success\"}",
                "{\"incidents\": [], \"cursor\": null, \"result\": \"success\"}",
                "{\"cursor\": {\"next\": null, \"next_link\": null, \"prev\": null}, \"result\": \"success\"}",
                "\uFEFF {\"result\": \"success\", \"incidents\": []} ",
            })
    void takesManyFormsOfAnEmptyLastPage(String answer) throws Exception {
        assertThat(read(answer)).isEqualTo(new Page("success", "", "", Page.Ids.NONE));
    }

    @Test
    void handsOnWhatAnErrorSays() throws Exception {
        Page page = read("{\"message\": \"Invalid auth_token\", \"result\": \"error\"}");

        assertThat(page).isEqualTo(new Page("error", "Invalid auth_token", "", Page.Ids.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><body>502</body></html>|the answer is not JSON: an HTML page, perhaps of a proxy",
                "''|the answer is not JSON: it is empty",
                "Bad gateway|the answer is not JSON in UTF-8",
                "[1, 2]|the answer is JSON, but not an object",
            })
    void saysWhatCameInsteadOfAnAnswer(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(BrokenPageException.class)
                .hasMessage(message);
    }

    @Test
    void refusesJsonThatIsNotUtf8() {
        byte[] answer = "{\"result\": \"success\"}".getBytes(StandardCharsets.UTF_16BE);

        assertThatThrownBy(() -> new IncidentPageReader(CollectedRecords.ORIGIN, 0, StartFrom.ALL, folder)
                        .read(new ByteArrayInputStream(answer), sink))
                .isInstanceOf(BrokenPageException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "null",
                "[]",
                "{\"updated_id\": 7}",
                "{\"id\": \"\", \"updated_id\": 7}",
                "{\"id\": \"i\"}",
                "{\"id\": \"i\", \"updated_id\": \"x\"}",
            })
    void putsWhatIsNoIncidentIntoQuarantineAndGoesOn(String element) throws Exception {
        read(incidents(element, sshIncident(SSH_EVENT), element));

        assertThat(sink.records).hasSize(2);
        assertThat(sink.quarantined).hasSize(2);
        assertThat(sink.quarantined.getFirst().content().json()).isEqualTo(element);
        assertThat(sink.quarantined.getFirst()).isEqualTo(sink.quarantined.getLast());
    }

    @Test
    void countsTheNumberOfAnIncidentThatItCannotRead() throws Exception {
        Page page = read(incidents("{\"updated_id\": 9}"));

        assertThat(page.ids()).isEqualTo(Page.Ids.NONE.with(9));
    }

    @Test
    void putsAnEventThatIsNoObjectIntoQuarantineAndGoesOn() throws Exception {
        read(incidents(sshIncident("null", SSH_EVENT, "\"text\"")));

        assertThat(sink.records).hasSize(2);
        assertThat(sink.quarantined).extracting(one -> one.content().json()).containsExactly("null", "\"text\"");
    }

    @Test
    void putsAListThatIsNoneIntoQuarantine() throws Exception {
        Page page = read("{\"incidents\": {\"a\": [1]}, \"result\": \"success\"}");

        assertThat(page.result()).isEqualTo("success");
        assertThat(sink.quarantined).extracting(one -> one.content().json()).containsExactly("{\"a\": [1]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"n\": 1.0, \"big\": 123456789012345678901234567890, \"e\": 1E5, \"neg\": -0",
                ", \"nul\": \"a\\u0000b\", \"half\": \"\\ud800\", \"pair\": \"\uD83D\uDE00\", \"esc\": \"\\u0041\\/\"",
                ", \"description\": {\"logtype\": 4002, \"acknowledged\": false, \"created\": 1762757102}",
                ", \"description\": \"text\"",
                ", \"description\": null",
                ", \"description\": {\"events\": null, \"logtype\": \"99999\"}",
                ", \"description\": {\"events\": {\"a\": 1}}",
                ", \"twice\": 1, \"twice\": 2",
                ", \"\": {\"\": []}",
            })
    void keepsWhatItDoesNotKnowAsItCame(String rest) throws Exception {
        read(incidents(element(rest)));

        assertThat(sink.documents().getFirst()).contains("\"incident\":" + element(rest));
        assertThat(sink.quarantined).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"events\": []}|{}",
                "{\"events\": [], \"a\": 1}|{ \"a\": 1}",
                "{\"a\": 1, \"events\": [{}]}|{\"a\": 1}",
                "{\"a\": 1, \"events\" : [{}] , \"b\": 2}|{\"a\": 1 , \"b\": 2}",
                "{ \"events\":[{}],\"events\":[{}], \"b\": 2 }|{  \"b\": 2 }",
                "{\"a\":1,\"events\":[{}],\"events\":[{}]}|{\"a\":1}",
                "{\"\\u0065vents\": [{}], \"b\": 2}| { \"b\": 2}",
            })
    void takesTheEventsOutOfTheIncident(String description, String without) throws Exception {
        read(incidents(element(", \"description\": " + description)));

        assertThat(sink.documents().getFirst()).contains("\"incident\":" + element(", \"description\": " + without));
    }

    @Test
    void takesLongTexts() throws Exception {
        String text = "x".repeat(5_000_000);

        read(incidents(sshIncident("{\"DATA\": \"" + text + "\"}")));

        assertThat(sink.documents().getLast()).contains(text);
    }

    @Test
    void takesDeepNestingAndPutsAsideWhatNobodyCouldRead() throws Exception {
        String deep = "[".repeat(300) + "]".repeat(300);
        String deeper = "[".repeat(20_000) + "]".repeat(20_000);

        read(incidents(sshIncident("{\"DATA\": " + deep + "}", "{\"DATA\": " + deeper + "}", SSH_EVENT)));

        assertThat(sink.records).hasSize(3);
        assertThat(sink.documents().get(1)).contains(deep);
        assertThat(sink.quarantined)
                .extracting(one -> one.content().json())
                .containsExactly("{\"DATA\": " + deeper + "}");
    }

    @Test
    void keepsOnlyTheBeginningOfAHugeThingThatItCannotRead() throws Exception {
        String huge = "{\"description\": {\"events\": [" + (SSH_EVENT + ",").repeat(30_000) + SSH_EVENT + "]}}";

        read(incidents(huge, sshIncident(SSH_EVENT)));

        assertThat(sink.records).hasSize(2);
        assertThat(sink.quarantined)
                .extracting(one -> one.content().json())
                .containsExactly(huge.substring(0, 1 << 20));
    }

    @Test
    void doesNotCreateFieldsWithoutAValue() throws Exception {
        read(incidents(element(", \"description\": {\"src_host\": \"\", \"src_port\": \"-1\", \"dst_port\": \"0\","
                + " \"dst_host\": \"tokens.example\", \"name\": \"N/A\", \"logtype\": \"99999\"}")));

        assertThat(sink.documents().getFirst())
                .contains("\"record_type\":\"incident\",\"event_class\":\"unclassified\",\"thinkst_canary\"");
    }

    @Test
    void takesFromTheEventWhatItSaysItself() throws Exception {
        read(incidents(sshIncident(
                "{\"src_host\": \"203.0.113.7\", \"src_port\": 40112, \"dst_port\": 443, \"USER\": \"guest\"}")));

        assertThat(sink.documents().getLast())
                .contains("\"srcip\":\"203.0.113.7\",\"srcport\":40112,\"dstip\":\"192.168.50.220\",\"dstport\":443")
                .contains("\"username\":\"guest\"");
    }

    @Test
    void endsWithWhatItReadWhereTheTextStopsBeingJson() {
        String answer = "{\"incidents\": [" + element("") + "], \"cursor\": {\"next\": \"c\"}, \"result\" \"success\"}";

        assertThatThrownBy(() -> read(answer))
                .isInstanceOfSatisfying(
                        BrokenPageException.class,
                        broken -> assertThat(broken.before().cursor()).isEqualTo("c"));
    }
}
