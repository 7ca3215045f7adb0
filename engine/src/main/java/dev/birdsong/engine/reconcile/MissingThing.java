// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import java.time.Instant;
import java.util.Optional;

/// A thing that the lake knows and that a complete walk did not meet.
///
/// @param missedAt when that was first seen; nothing while it is shown again
/// @param markedAt when it was noted as gone
/// @param returnedAt when it was seen again after it was noted, until that is noted too
/// @param episode how often it was gone and came back
public record MissingThing(
        long thing,
        Optional<Instant> missedAt,
        Optional<Instant> markedAt,
        Optional<Instant> returnedAt,
        long episode) {

    /// Whether it was noted as gone.
    public boolean isMarked() {
        return markedAt.isPresent();
    }
}
