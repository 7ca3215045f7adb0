// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.connector;

import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.time.MonotonicClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Time that passes only when told to, and sessions that end when told to.
public final class SettableClock extends Clock implements MonotonicClock {

    private Instant now;
    private long nanos;
    private int session;

    public SettableClock(Instant now) {
        this.now = now;
    }

    /// Lets time pass.
    public void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /// Sets the wall clock, and only that.
    public void set(Instant instant) {
        now = instant;
    }

    /// Begins another session: how much time has passed is not known.
    public void restart() {
        session++;
        nanos = 0;
    }

    /// Both clocks of a connection.
    public Connection.Time time() {
        return new Connection.Time(this, this);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public String session() {
        return "session " + session;
    }

    @Override
    public long nanos() {
        return nanos;
    }
}
