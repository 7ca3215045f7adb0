// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.query.Network;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The proxies that may say for whom they ask.
record TrustedProxies(List<Network> networks) {

    TrustedProxies {
        networks = List.copyOf(networks);
    }

    /// Addresses and networks as the settings have them.
    static TrustedProxies of(List<String> texts) {
        return new TrustedProxies(
                texts.stream().flatMap(text -> network(text).stream()).toList());
    }

    private static Optional<Network> network(String text) {
        String[] parts = text.split("/", 2);
        return Addresses.literal(parts[0])
                .map(address -> new Network(
                        address,
                        parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * Byte.SIZE));
    }

    boolean trusts(String address) {
        Optional<InetAddress> parsed = Addresses.literal(address.strip());
        return parsed.filter(one -> networks.stream().anyMatch(network -> network.contains(one)))
                .isPresent();
    }

    /// The last address of `X-Forwarded-For` that is no proxy of ours: what stands before it, anybody can have written.
    String client(String forwardedFor, String peer) {
        return Arrays.stream(forwardedFor.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty() && !trusts(address))
                .filter(address -> Addresses.literal(address).isPresent())
                .reduce((_, last) -> last)
                .orElse(peer);
    }
}
