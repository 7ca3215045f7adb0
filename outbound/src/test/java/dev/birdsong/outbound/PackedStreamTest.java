// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PackedStreamTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void givesUpOnAHostThatIsSlowerThanAKilobyteASecondForFiveMinutes() {
        PackedStream slow = stream(29_990, Duration.ofSeconds(30));

        assertThatIOException()
                .isThrownBy(() -> slow.readNBytes(new byte[29_990 * 20], 0, 29_990 * 20))
                .withMessage("slower than 1000 bytes a second for 300 s");
        assertThat(clock.sinceStart()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void bearsAHostThatIsJustFastEnoughHoweverLongItTakes() throws IOException {
        PackedStream enough = stream(30_000, Duration.ofSeconds(30));

        for (int i = 0; i < 1_000; i++) {
            assertThat(enough.read(new byte[100_000])).isEqualTo(30_000);
        }
    }

    @Test
    void doesNotCallAHostSlowThatWaitsForUs() throws IOException {
        PackedStream quick = stream(1, Duration.ZERO);

        for (int i = 0; i < 100; i++) {
            clock.last(Duration.ofMinutes(10));
            assertThat(quick.read()).isZero();
        }
    }

    private PackedStream stream(int bytesAtATime, Duration each) {
        InputStream network = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("reads by arrays only");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                clock.last(each);
                return Math.min(bytesAtATime, length);
            }
        };
        return new PackedStream(network, -1, new Pace(OutboundLimits.DEFAULT.waits()), clock);
    }
}
