// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import dev.birdsong.spi.lake.Holdings.Held;
import java.util.Map;
import java.util.Optional;

/// Hears what a lake is about to drop. What it throws keeps the partition from being dropped.
@FunctionalInterface
public interface DropListener {

    /// Hears nothing.
    DropListener NONE = _ -> {};

    /// This partition will be dropped.
    void dropping(Drop drop);

    /// A partition that is dropped.
    ///
    /// @param month from when to when its records happened; nothing where they share no time
    /// @param records how many of each content type of each source
    record Drop(String partition, Optional<Month> month, Map<Held, Long> records) {

        public Drop {
            records = Map.copyOf(records);
        }
    }

    /// A time, epoch milliseconds.
    ///
    /// @param until not included
    record Month(long from, long until) {}
}
