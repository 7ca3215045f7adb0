// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.PositionException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Renews a lease three times as often as is needed, until it is closed. One that is lost stays lost: the round finds
/// out when it wants to move its position.
record LeaseRenewal(ScheduledFuture<?> task) implements AutoCloseable {

    private static final int TIMES = 3;

    static LeaseRenewal of(Lease lease, Duration time, ScheduledExecutorService renewals) {
        long period = time.toMillis() / TIMES;
        return new LeaseRenewal(
                renewals.scheduleWithFixedDelay(() -> renew(lease, time), period, period, TimeUnit.MILLISECONDS));
    }

    private static void renew(Lease lease, Duration time) {
        try {
            lease.renew(time);
        } catch (PositionException _) {
            // the round learns of it by itself; until then the next renewal may succeed
        }
    }

    @Override
    public void close() {
        task.cancel(false);
    }
}
