// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.CollectException;

/// How a round ended.
public sealed interface RoundOutcome {

    /// What it did before it ended.
    RoundCounts counts();

    /// Everything that the console has was read.
    record Complete(RoundCounts counts) implements RoundOutcome {}

    /// It was told to stop before everything was read. The next round goes on behind what was.
    record Stopped(RoundCounts counts) implements RoundOutcome {}

    /// The console did not answer as it should, and asking again did not help. What was read before is kept, and the
    /// next round goes on behind it.
    record Failed(RoundCounts counts, CollectException failure) implements RoundOutcome {}
}
