// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.engine.run.RoundLog;
import dev.birdsong.engine.run.RoundOutbound;
import dev.birdsong.lakes.lucene.store.CommitListener;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.state.schedule.StreamRunner;
import java.time.InstantSource;

/// Measures the parts while they work. What each answers does as what it was given.
public interface Instruments {

    /// A log that tells this one, and counts.
    RoundLog over(RoundLog log);

    /// A lake that counts how it is used.
    DataLake over(DataLake lake);

    /// A way out that counts how often it is gone, for all but rounds.
    Outbound over(Outbound outbound);

    /// The same for rounds, counting for each content type.
    RoundOutbound forRounds(Outbound outbound);

    /// What runs rounds, measuring how late they begin.
    StreamRunner over(StreamRunner runner, InstantSource clock);

    /// Counts commits of the lake.
    CommitListener commits();
}
