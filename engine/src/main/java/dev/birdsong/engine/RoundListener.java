// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.CollectException;
import java.time.Duration;

/// Hears how a round goes. Called on the round's thread.
public interface RoundListener {

    /// Hears nothing.
    RoundListener NONE = new RoundListener() {
        @Override
        public void progressed(RoundCounts counts) {}

        @Override
        public void waits(CollectException failure, Duration wait) {}
    };

    /// Something was read or became durable.
    void progressed(RoundCounts counts);

    /// The console did not answer as it should, and will be asked again after this wait.
    void waits(CollectException failure, Duration wait);
}
