// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

/// How hosts outside are reached.
public sealed interface Route {

    /// Straight.
    record Direct() implements Route {}

    /// Through an HTTP proxy, which finds and reaches the hosts for us. Loopback pairs are never asked through it.
    ///
    /// @param host of the proxy
    /// @param port of the proxy
    record ByProxy(String host, int port) implements Route {}
}
