// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.engine.connector.StreamStatus.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LagTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant CREATED = NOW.minus(Duration.ofDays(30));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Condition FAILING = new Condition.Failing("unavailable", 503, "cannot answer now");

    @Test
    void isNoneWhereTheLastRoundsWereCompleteInTime() {
        assertThat(lag(new Condition.Healthy(), Optional.empty(), Optional.of(MINUTE)))
                .isEqualTo(new Lag(Lag.State.IDLE, Duration.ZERO));
    }

    @Test
    void growsWhileARoundDoesNotComeToItsEnd() {
        Duration half = Duration.ofMinutes(30);

        assertThat(lag(new Condition.Healthy(), Optional.of(half), Optional.of(half)))
                .isEqualTo(new Lag(Lag.State.BEHIND, half));
    }

    @Test
    void isSinceTheBeginningUntilARoundWasComplete() {
        assertThat(lag(new Condition.NeverRan(), Optional.of(MINUTE), Optional.empty()))
                .isEqualTo(new Lag(Lag.State.BEHIND, Duration.ofDays(30)));
    }

    @Test
    void isStuckWhereRoundsFailAndNoneRuns() {
        assertThat(lag(FAILING, Optional.empty(), Optional.of(MINUTE))).isEqualTo(new Lag(Lag.State.STUCK, MINUTE));
    }

    @Test
    void isStuckWhereNoRoundBeginsThatIsDue() {
        Duration hour = Duration.ofHours(1);

        assertThat(lag(new Condition.Healthy(), Optional.empty(), Optional.of(hour)))
                .isEqualTo(new Lag(Lag.State.STUCK, hour));
    }

    /// @param running for how long a round has been running
    /// @param complete how long ago the last round began that was complete
    private static Lag lag(Condition condition, Optional<Duration> running, Optional<Duration> complete) {
        Optional<Instant> completed = complete.map(NOW::minus);
        var times = new Times(running.map(NOW::minus), completed, completed, completed, completed);
        return Lag.of(new StreamStatus("incidents", condition, CREATED, times, 0), MINUTE, CREATED, NOW);
    }
}
