// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import java.util.OptionalLong;

/// How far back collecting begins. What is known to be older is not handed over; what has no time, or one
/// that no honest clock shows, is.
///
/// @param millis epoch milliseconds of the first moment that is wanted
public record StartFrom(long millis) {

    /// No source is older than 2010: an earlier time is that of a clock that was not set.
    private static final long PLAUSIBLE = 1_262_304_000_000L;

    /// From the very beginning.
    public static final StartFrom ALL = new StartFrom(Long.MIN_VALUE);

    /// Whether something of this time is left out.
    public boolean leavesOut(OptionalLong time) {
        return time.isPresent() && time.getAsLong() >= PLAUSIBLE && time.getAsLong() < millis;
    }
}
