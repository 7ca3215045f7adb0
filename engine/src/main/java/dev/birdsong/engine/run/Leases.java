// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.StreamKey;
import java.time.Duration;
import java.util.Optional;

/// Sees to it that a stream is collected by one round at a time, whatever number of nodes there are.
public interface Leases {

    /// Takes the stream for so long, by the keeper's clock; nothing while another round holds it. A lease that was
    /// not renewed in time can be taken by anyone.
    Optional<Lease> take(StreamKey stream, Duration time);
}
