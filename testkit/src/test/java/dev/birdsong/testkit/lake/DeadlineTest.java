// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.Deadline;
import dev.birdsong.spi.time.MonotonicClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private long nanos = Long.MAX_VALUE - 5;
    private final MonotonicClock clock = new MonotonicClock() {
        @Override
        public String session() {
            return "test";
        }

        @Override
        public long nanos() {
            return nanos;
        }
    };

    @Test
    void passesWhenItsTimeIsOver() {
        Deadline deadline = Deadline.in(Duration.ofNanos(10), clock);
        nanos += 9;

        assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(1));
        assertThat(deadline.hasPassed()).isFalse();

        nanos += 1;

        assertThat(deadline.hasPassed()).isTrue();
        assertThat(Deadline.NEVER.hasPassed()).isFalse();
    }
}
