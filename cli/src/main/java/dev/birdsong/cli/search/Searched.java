// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import dev.birdsong.spi.lake.Hit;
import java.util.List;

/// What is searched. Used by one thread.
public interface Searched extends AutoCloseable {

    /// Searches once.
    Found search(Asked asked) throws InterruptedException;

    @Override
    void close();

    /// What was found.
    ///
    /// @param exact whether there are exactly so many, or at least
    record Found(List<Hit> hits, long total, boolean exact) {

        public Found {
            hits = List.copyOf(hits);
        }
    }
}
