// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.time.MonotonicClock;
import java.time.Clock;

/// All that a collector needs to reach one console.
///
/// @param origin whose records it brings
/// @param host the console's host name, without scheme; with a port only for a simulator on loopback
/// @param authToken sent only to this host
/// @param outbound the way out
/// @param time what time it is, and how long something has lasted
/// @param start how far back to begin
public record Connection(Origin origin, String host, Secret authToken, Outbound outbound, Time time, StartFrom start) {

    /// From the very beginning.
    public Connection(Origin origin, String host, Secret authToken, Outbound outbound, Time time) {
        this(origin, host, authToken, outbound, time, StartFrom.ALL);
    }

    /// The same, beginning there.
    public Connection from(StartFrom other) {
        return new Connection(origin, host, authToken, outbound, time, other);
    }

    /// The clocks that a collector goes by.
    public record Time(Clock wall, MonotonicClock monotonic) {}
}
