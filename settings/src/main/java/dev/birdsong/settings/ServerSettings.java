// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the server listens, and whom it believes.
///
/// @param listen where pages and API are served
/// @param metrics an address of its own for metrics, where they need no key
/// @param tls certificate and private key, PEM; empty: plain HTTP
/// @param trustedProxies addresses or networks whose `X-Forwarded-*` headers are believed; empty unless behind a proxy
/// @param geoip MaxMind files that say where addresses are
public record ServerSettings(
        Listen listen,
        Optional<Listen> metrics,
        Optional<Tls> tls,
        boolean behindProxy,
        List<String> trustedProxies,
        List<Path> geoip) {

    public ServerSettings {
        trustedProxies = List.copyOf(trustedProxies);
        geoip = List.copyOf(geoip);
    }

    /// An address and a port.
    public record Listen(String address, int port) {}

    /// What the server proves itself with.
    public record Tls(Path certificate, Path privateKey) {}
}
