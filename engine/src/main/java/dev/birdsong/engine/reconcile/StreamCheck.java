// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import java.time.Instant;
import java.util.Optional;

/// What is known of how a stream was compared with its source.
///
/// @param last how it came out last
/// @param walk the walk that is open
/// @param dueAt when to compare again
public record StreamCheck(Optional<Verdict> last, Optional<OpenWalk> walk, Optional<Instant> dueAt) {

    /// Never compared.
    public static final StreamCheck NEVER = new StreamCheck(Optional.empty(), Optional.empty(), Optional.empty());

    /// Whether it is time to compare, or to go on with that.
    ///
    /// @param epoch of the stream's position: another one than at the last time means that ids went back
    public boolean isDue(Instant now, long epoch) {
        return walk.isPresent()
                || last.isEmpty()
                || last.get().epoch() != epoch
                || dueAt.isEmpty()
                || !now.isBefore(dueAt.get());
    }

    /// How it came out, where it began at this time or later.
    public Optional<Verdict> doneSince(Instant time) {
        return last.filter(verdict -> !verdict.began().isBefore(time));
    }
}
