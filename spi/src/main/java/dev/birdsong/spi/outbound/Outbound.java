// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.outbound;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// The one way out of the process. Goes only to hosts that the operator chose, follows no redirect, verifies
/// TLS, and gives up on a connection that is silent for 30 seconds or slower than 1 kB/s for 5 minutes.
public interface Outbound {

    /// Asks once. A gzipped body is unpacked while it is read. Waits for the host's turn, so that no host is
    /// asked more often than its rate allows.
    ///
    /// @return the answer, whatever its status; the caller closes it
    /// @throws HostRefusedException if the operator did not allow the host
    /// @throws OutboundException if no answer came; reading the body throws it too
    /// @throws IOException of another kind only where the thread is interrupted while the body is read
    Answer get(URI uri, Map<String, String> headers) throws IOException, InterruptedException;
}
