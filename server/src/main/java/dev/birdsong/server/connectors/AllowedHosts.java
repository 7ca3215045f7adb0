// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.outbound.HostPattern;
import dev.birdsong.settings.ConsoleSettings;
import java.util.List;
import java.util.Optional;

/// The consoles that the operator allows.
public record AllowedHosts(List<HostPattern> patterns, List<String> simulators) {

    public AllowedHosts {
        patterns = List.copyOf(patterns);
        simulators = List.copyOf(simulators);
    }

    /// As the settings have it.
    public static AllowedHosts of(ConsoleSettings settings) {
        return new AllowedHosts(
                settings.allowed().stream().map(HostPattern::new).toList(), settings.insecure());
    }

    boolean mayCarryPort(String hostAndPort) {
        return simulators.contains(hostAndPort);
    }

    /// Why the host cannot be asked; nothing where it can.
    Optional<String> problem(String host) {
        boolean allowed = simulators.contains(host) || patterns.stream().anyMatch(pattern -> pattern.matches(host));
        return allowed
                ? Optional.empty()
                : Optional.of("'" + host + "' is not among the consoles that the operator allows (allowed-consoles)");
    }
}
