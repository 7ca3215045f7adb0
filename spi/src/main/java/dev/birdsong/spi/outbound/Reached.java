// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.outbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whom a request reached.
///
/// @param address the address that the connection was made to, that of the proxy where there is one; empty where
/// unknown
/// @param tls how the host proved that it is who it should be; nothing for a simulator on loopback
public record Reached(String address, Optional<Tls> tls) {

    /// Not known.
    public static final Reached UNKNOWN = new Reached("", Optional.empty());

    /// How the host proved itself.
    ///
    /// @param protocol such as `TLSv1.3`
    /// @param chain the host's certificate and those above it, in order
    public record Tls(String protocol, List<Certificate> chain) {

        public Tls {
            chain = List.copyOf(chain);
        }
    }

    /// One certificate that was verified.
    public record Certificate(String subject, String issuer, Instant expires) {}
}
