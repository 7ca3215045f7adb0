// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which consoles may be asked, and how.
///
/// @param allowed patterns of host names, `*` for any characters but a dot at the beginning
/// @param insecure loopback `host:port` pairs that are spoken to over plain HTTP
/// @param proxy an HTTP proxy
/// @param caFile certificates to trust beside the JDK's, PEM
public record ConsoleSettings(List<String> allowed, List<String> insecure, Optional<URI> proxy, Optional<Path> caFile) {

    public ConsoleSettings {
        allowed = List.copyOf(allowed);
        insecure = List.copyOf(insecure);
    }
}
