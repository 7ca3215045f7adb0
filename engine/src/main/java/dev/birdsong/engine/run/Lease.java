// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.Positions;
import java.time.Duration;

/// A stream that is ours for some time. Its position moves only while it is.
public interface Lease extends Positions, AutoCloseable {

    /// Keeps the stream for so long from now.
    ///
    /// @throws dev.birdsong.engine.PositionException if another round has taken it meanwhile
    void renew(Duration time);

    /// Gives the stream back; nothing if it was given back already.
    @Override
    void close();
}
