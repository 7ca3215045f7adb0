// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.outbound.OutboundException;
import java.io.IOException;
import java.time.Duration;

/// How fast an answer comes. Counts only the time that was spent waiting for it: when we are slow, it is not.
final class Pace {

    private final Duration window;
    private final long bytesPerSecond;
    private long waited;
    private long bytes;

    Pace(OutboundLimits.Waits waits) {
        this.window = waits.window();
        this.bytesPerSecond = waits.bytesPerSecond();
    }

    /// Takes note of some bytes that came.
    ///
    /// @throws IOException if too few came in the last window
    void note(int count, long nanos) throws IOException {
        waited += nanos;
        bytes += count;
        if (waited < window.toNanos()) {
            return;
        }
        if (bytes < bytesPerSecond * window.toMillis() / 1_000) {
            throw new OutboundException(
                    OutboundException.Kind.TIMED_OUT,
                    "slower than " + bytesPerSecond + " bytes a second for " + window.toSeconds() + " s");
        }
        waited = 0;
        bytes = 0;
    }
}
