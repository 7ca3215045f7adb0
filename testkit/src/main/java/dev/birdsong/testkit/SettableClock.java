// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit;

import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.time.MonotonicClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Time that passes only when told to, and sessions that end when told to. Safe for use by several threads.
public final class SettableClock extends Clock implements MonotonicClock {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger session = new AtomicInteger();
    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    /// The wall clock shows this time, be it later or earlier; the other one does not notice.
    public void set(Instant time) {
        now = time;
    }

    /// So much time has passed.
    public void advance(Duration time) {
        set(now.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    /// Begins another session: how much time has passed is not known.
    public void restart() {
        session.incrementAndGet();
        nanos.set(0);
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

    /// The same clock: it has no zone.
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
        return nanos.get();
    }
}
