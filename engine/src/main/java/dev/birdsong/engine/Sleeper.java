// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import java.time.Duration;

/// Waits. Handed in, so that tests need not.
@FunctionalInterface
public interface Sleeper {

    /// The real one.
    Sleeper REAL = Thread::sleep;

    /// Waits so long, or until it is interrupted.
    void sleep(Duration wait) throws InterruptedException;
}
