// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.PutResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final LatchedLake lake = new LatchedLake();

    private final Replay replay = new Replay(
            new StreamKey("source", "incidents"),
            new Round.Ports(
                    lake,
                    new MemoryPositions(),
                    (_, _) -> {},
                    one -> one.key().id().equals("unwanted") ? Optional.of("filter") : Optional.empty(),
                    StreamLedger.NONE));

    @Test
    void bringsWhatIsReadThroughTheFiltersIntoTheLake() throws InterruptedException {
        Replay.Outcome outcome = replay.run(sink -> {
            sink.record(record("1").build());
            sink.record(record("unwanted").build());
            return Optional.empty();
        });

        assertThat(lake.durableIds()).containsExactly("1");
        assertThat(outcome.reason()).isEmpty();
        assertThat(outcome.counts().put()).isEqualTo(new PutResult(1, 0, 0));
        assertThat(outcome.counts().filtered()).isOne();
    }

    @Test
    void tellsWhyItStillCannotBeRead() throws InterruptedException {
        Replay.Outcome outcome = replay.run(_ -> Optional.of("still odd"));

        assertThat(outcome.reason()).contains("still odd");
        assertThat(lake.durableIds()).isEmpty();
    }
}
