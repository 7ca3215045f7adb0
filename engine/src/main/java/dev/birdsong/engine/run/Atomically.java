// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import java.util.function.Supplier;

/// Does what writes to several ports in one write: all of it or nothing, and durable when it returns. Each write waits
/// for the disk, so that one in the place of two makes a round shorter.
@FunctionalInterface
public interface Atomically {

    /// Does it, on another thread perhaps.
    <T> T write(Supplier<T> work);
}
