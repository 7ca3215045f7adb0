// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/// Where the operator lets us go, and how.
///
/// @param allowed the hosts (`allowed-consoles`); those listed otherwise than by [#DEFAULT_HOSTS] or by `*` may have
///     private addresses
/// @param insecure simulators on loopback (`insecure-consoles`); they need not be among the hosts
/// @param route straight or by proxy (`proxy`)
/// @param caFiles PEM files with authorities to trust beside the JDK's (`ca-file`)
/// @param listing how the operator's lists are called
public record OutboundPolicy(
        List<HostPattern> allowed, List<LoopbackPair> insecure, Route route, List<Path> caFiles, Listing listing) {

    /// How the settings with the operator's lists are called, for what is told of a refusal.
    ///
    /// @param hosts has the hosts
    /// @param loopback has the loopback ports for plain HTTP
    public record Listing(String hosts, String loopback) {

        /// Those of consoles.
        public static final Listing CONSOLES = new Listing("allowed-consoles", "insecure-consoles");

        /// Those of webhooks.
        public static final Listing WEBHOOKS = new Listing("allowed-webhooks", "allowed-webhooks");
    }

    /// The consoles of everyone who listed none.
    public static final HostPattern DEFAULT_HOSTS = new HostPattern("*.canary.tools");

    /// What holds where the operator said nothing.
    public static final OutboundPolicy DEFAULT =
            new OutboundPolicy(List.of(DEFAULT_HOSTS), List.of(), new Route.Direct(), List.of());

    /// Where the operator lets us ask consoles.
    public OutboundPolicy(List<HostPattern> allowed, List<LoopbackPair> insecure, Route route, List<Path> caFiles) {
        this(allowed, insecure, route, caFiles, Listing.CONSOLES);
    }

    public OutboundPolicy {
        allowed = List.copyOf(allowed);
        insecure = List.copyOf(insecure);
        caFiles = List.copyOf(caFiles);
    }

    boolean allows(String host) {
        return allowed.stream().anyMatch(pattern -> pattern.matches(host));
    }

    boolean isInsecure(String host, int port) {
        return insecure.contains(new LoopbackPair(host, port));
    }

    /// Whether a connection may be made to this address of a host.
    boolean allowsAddress(String host, InetAddress address) {
        return Addresses.objection(address).isEmpty()
                || isListed(host)
                || isProxy(host)
                || (address.isLoopbackAddress()
                        && insecure.stream().anyMatch(pair -> pair.host().equals(host)));
    }

    private boolean isListed(String host) {
        return allowed.stream()
                .filter(pattern -> !pattern.equals(DEFAULT_HOSTS) && !pattern.isAny())
                .anyMatch(pattern -> pattern.matches(host));
    }

    private boolean isProxy(String host) {
        return route instanceof Route.ByProxy(String proxy, int _) && proxy.equalsIgnoreCase(host);
    }
}
