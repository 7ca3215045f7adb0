// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostTurnsTest {

    private final SettableClock clock = new SettableClock();
    private final HostTurns turns = new HostTurns(clock, clock);

    @Test
    void spacesTheRequestsToOneHost() throws InterruptedException {
        for (int i = 0; i < 11; i++) {
            turns.await("a", 10);
        }

        assertThat(clock.sinceStart()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void letsHostsNotWaitForEachOther() throws InterruptedException {
        turns.await("a", 10);
        turns.await("b", 10);

        assertThat(clock.sinceStart()).isZero();
    }

    @Test
    void savesNothingUpWhileNobodyAsks() throws InterruptedException {
        turns.await("a", 10);
        clock.last(Duration.ofSeconds(60));

        turns.await("a", 10);
        turns.await("a", 10);

        assertThat(clock.sinceStart()).isEqualTo(Duration.ofMillis(60_100));
    }

    @Test
    void asksAHostThatHasEnoughLessOftenUntilItAnswersAgain() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            turns.await("a", 10);
            turns.answered("a", 429);
            turns.answered("a", 429);
            turns.answered("a", 200);
        }
        turns.await("a", 10);
        Duration troubled = timeOf(2);
        for (int i = 0; i < 12; i++) {
            turns.answered("a", 200);
        }
        turns.await("a", 10);

        assertThat(troubled).isEqualTo(Duration.ofSeconds(4));
        assertThat(timeOf(10)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void asksOtherHostsAsBefore() throws InterruptedException {
        turns.await("a", 10);
        turns.answered("a", 503);

        assertThat(timeOf(11, "b")).isEqualTo(Duration.ofSeconds(1));
    }

    private Duration timeOf(int requests) throws InterruptedException {
        return timeOf(requests, "a");
    }

    private Duration timeOf(int requests, String host) throws InterruptedException {
        Duration before = clock.sinceStart();
        for (int i = 0; i < requests; i++) {
            turns.await(host, 10);
        }
        return clock.sinceStart().minus(before);
    }
}
