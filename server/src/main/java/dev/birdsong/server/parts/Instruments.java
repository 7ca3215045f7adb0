// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.engine.run.RoundLog;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.outbound.Outbound;

/// Measures the parts while they work. What each answers does as what it was given.
public interface Instruments {

    /// A log that tells this one, and counts.
    RoundLog over(RoundLog log);

    /// A lake that counts how it is used.
    DataLake over(DataLake lake);

    /// A way out that counts how often it is gone.
    Outbound over(Outbound outbound);
}
