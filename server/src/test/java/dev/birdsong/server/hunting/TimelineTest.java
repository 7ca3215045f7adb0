// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.server.hunting.IncidentStory.EventAnswer;
import dev.birdsong.server.hunting.IncidentStory.Moment;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.record.Document;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TimelineTest {

    private static final Timeline.AuditTrail NOBODY = new Timeline.AuditTrail(List.of(), List.of());

    @Test
    void tellsWhatChangedFromStateToState() {
        List<ReadRecord> states = List.of(
                state(2_000, "False", 1, "laptop"),
                state(3_000, "False", 4, "laptop"),
                state(4_000, "True", 4, "laptop"),
                state(5_000, "False", 4, "of the intern"),
                state(6_000, "False", 4, "of the intern"));

        assertThat(new Timeline(states, List.of(), NOBODY).with(List.of()))
                .extracting(Moment::kind)
                .containsExactly("created", "grew", "acknowledged", "changed", "reopened", "enriched");
        assertThat(new Timeline(states, List.of(), NOBODY).with(List.of()))
                .extracting(Moment::text)
                .contains("by 3 events", "memo: laptop → of the intern");
    }

    @Test
    void putsEventsAndNotesWhereTheyHappened() {
        ReadRecord gone = read("""
                {"timestamp": 9000, "record_type": "deleted_at_source", "event_name": "Incident deleted at the source",
                 "username": "bob@example.com"}""");
        var event = new EventAnswer("e", 2_500, "root", "letmein", Map.of(), true);

        List<Moment> moments =
                new Timeline(List.of(state(2_000, "False", 1, "")), List.of(gone), NOBODY).with(List.of(event));

        assertThat(moments)
                .extracting(Moment::kind)
                .containsExactly("created", "event", "enriched", "deleted_at_source");
        assertThat(moments.get(1).text()).isEqualTo("root / letmein");
        assertThat(moments.getLast().by()).isEqualTo("bob@example.com");
    }

    @Test
    void believesTheAuditRecordThatNamesTheIncidentBeforeOneThatIsNear() {
        ReadRecord near = audit(4_001, "carol@example.com", "acknowledged something");
        ReadRecord named = audit(200_000, "dave@example.com", "acknowledged incident:ssh:1");
        ReadRecord undone = audit(4_000, "erin@example.com", "unacknowledged incident:ssh:1");
        List<ReadRecord> states = List.of(state(2_000, "False", 1, ""), state(4_000, "True", 1, ""));

        assertThat(by(states, List.of(named, near, undone))).isEqualTo("dave@example.com");
        assertThat(by(states, List.of(near, undone))).isEqualTo("carol@example.com");
        assertThat(by(states, List.of(audit(900_000, "carol@example.com", "acknowledged something"))))
                .isEmpty();
    }

    private static String by(List<ReadRecord> states, List<ReadRecord> audit) {
        var trail = new Timeline.AuditTrail(audit, List.of("incident:ssh:1"));
        return new Timeline(states, List.of(), trail)
                .with(List.of()).stream()
                        .filter(moment -> moment.kind().equals("acknowledged"))
                        .map(Moment::by)
                        .findFirst()
                        .orElseThrow();
    }

    private static ReadRecord state(long time, String acknowledged, int events, String memo) {
        return read("""
                {"timestamp": %d, "event_name": "SSH Login Attempt", "thinkst_canary": {"incident": {"description":
                {"created": "1", "acknowledged": "%s", "events_count": "%d", "memo": "%s"}}}}""".formatted(time, acknowledged, events, memo));
    }

    private static ReadRecord audit(long time, String user, String message) {
        return read("""
                {"timestamp": %d, "username": "%s", "thinkst_canary": {"audit": {"message": "%s"}}}""".formatted(time, user, message));
    }

    private static ReadRecord read(String json) {
        return ReadRecord.of(new Hit("syslog", "id", Document.of(json), List.of()), JsonMapper.shared());
    }
}
