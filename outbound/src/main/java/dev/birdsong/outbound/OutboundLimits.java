// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.time.Duration;

/// How often a host is asked, how long we wait, and how much we take.
///
/// @param requestsPerSecond to one host; loopback simulators are asked up to a thousand times
/// @param waits how long we wait
/// @param sizes how much we take
public record OutboundLimits(double requestsPerSecond, Waits waits, Sizes sizes) {

    /// Ten requests a second, 30 s of silence, 1 kB/s over 5 minutes, 4 GB.
    public static final OutboundLimits DEFAULT = new OutboundLimits(
            10,
            new Waits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5), 1_000),
            new Sizes(4L << 30, 200, 16L << 20));

    /// The same with another rate.
    public OutboundLimits withRequestsPerSecond(double rate) {
        return new OutboundLimits(rate, waits, sizes);
    }

    /// How long we wait. Nothing limits the whole of an answer.
    ///
    /// @param connect for a host to be found, and again for each of its addresses to take the connection
    /// @param silence without a byte
    /// @param window over which the slowest bearable pace is taken; an answer's head must be there within it
    /// @param bytesPerSecond the slowest bearable pace
    public record Waits(Duration connect, Duration silence, Duration window, long bytesPerSecond) {}

    /// How much we take of one answer.
    ///
    /// @param unpacked bytes once unpacked
    /// @param ratio how many bytes one packed byte may become
    /// @param ratioFrom unpacked bytes from which on the ratio counts
    public record Sizes(long unpacked, long ratio, long ratioFrom) {}
}
