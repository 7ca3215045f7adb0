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
}
