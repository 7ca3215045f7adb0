// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Decides when a stream is compared with its source next.
public final class NextCheck {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofMinutes(10);

    private NextCheck() {}

    /// Daily; where something may be gone, as soon as a second walk may say so too; where the lake did not keep what it
    /// took, soon. Up to a tenth later, so that many do not come together.
    public static Instant after(Verdict verdict, Changes changes, RandomGenerator random) {
        Duration time =
                verdict.found().missing() > 0 ? SOON : changes.missed().isEmpty() ? DAY : Marking.APART.plusMinutes(1);
        return verdict.at().plus(time).plusMillis(random.nextLong(time.toMillis() / 10));
    }
}
