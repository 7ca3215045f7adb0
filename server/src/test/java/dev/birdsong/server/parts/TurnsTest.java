// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.engine.connector.Condition;
import dev.birdsong.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rounds share what may run at once.
class TurnsTest {

    private static final Condition TROUBLE = new Condition.Failing("unavailable", 0, "it does not answer");

    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final Turns turns = new Turns(4, clock);

    @Test
    void endsALongTurnWhateverTheWallClockSays() {
        Turns.Turn turn = turns.begin("c", "incidents").orElseThrow();

        clock.advance(Duration.ofSeconds(59));
        clock.set(Instant.EPOCH.plus(Duration.ofDays(1)));
        assertThat(turn.goesOn()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(turn.goesOn()).isFalse();
    }

    @Test
    void leavesHalfOfTheRoomToThoseThatAnswer() {
        IntStream.range(0, 3).forEach(i -> end("hangs-" + i, TROUBLE));

        Optional<Turns.Turn> first = turns.begin("hangs-0", "incidents");
        Optional<Turns.Turn> second = turns.begin("hangs-1", "incidents");

        assertThat(first).isPresent();
        assertThat(second).isPresent();
        assertThat(turns.begin("hangs-2", "incidents")).isEmpty();
        assertThat(turns.begin("hangs-2", "devices")).isPresent();
        assertThat(turns.begin("answers", "incidents")).isPresent();
        first.orElseThrow().close();
        assertThat(turns.begin("hangs-2", "incidents")).isPresent();
    }

    @Test
    void forgetsTroubleThatIsOver() {
        IntStream.range(0, 3).forEach(i -> end("c-" + i, TROUBLE));
        IntStream.range(0, 3).forEach(i -> end("c-" + i, new Condition.Healthy()));

        assertThat(IntStream.range(0, 3).mapToObj(i -> turns.begin("c-" + i, "incidents")))
                .allSatisfy(turn -> assertThat(turn).isPresent());
    }

    private void end(String connectorId, Condition condition) {
        try (Turns.Turn turn = turns.begin(connectorId, "incidents").orElseThrow()) {
            turn.ended(condition);
        }
    }
}
