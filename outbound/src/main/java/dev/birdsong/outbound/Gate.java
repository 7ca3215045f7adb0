// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.outbound.HostRefusedException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHost;

/// Lets through what the operator allowed.
final class Gate {

    private final OutboundPolicy policy;

    Gate(OutboundPolicy policy) {
        this.policy = policy;
    }

    /// Where a request goes: a loopback pair by plain HTTP, whatever scheme was asked for, all else by HTTPS.
    HttpHost admit(URI uri) throws HostRefusedException {
        OutboundPolicy.Listing listing = policy.listing();
        String host = host(uri);
        if (policy.isInsecure(host, uri.getPort())) {
            return new HttpHost("http", host, uri.getPort());
        }
        if (!policy.allows(host)) {
            throw new HostRefusedException(host + " is not among the allowed hosts; list it in " + listing.hosts()
                    + " (a simulator on loopback with its port in " + listing.loopback() + ")");
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw new HostRefusedException("plain HTTP goes only to loopback ports listed in " + listing.loopback()
                    + ", and " + host + " is not there");
        }
        return new HttpHost("https", host, uri.getPort());
    }

    private String host(URI uri) throws HostRefusedException {
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (host.isEmpty() || uri.getRawUserInfo() != null) {
            throw new HostRefusedException("a host is a name or an address, and nothing before it; check "
                    + policy.listing().hosts());
        }
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
