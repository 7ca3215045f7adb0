// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/// Finds the addresses of a host and hands on only those that the policy allows, so that a connection is made to the
/// very address that was checked.
final class CheckedResolver implements DnsResolver {

    private final OutboundPolicy policy;
    private final Names names;
    private final Duration patience;

    CheckedResolver(OutboundPolicy policy, Names names, Duration patience) {
        this.policy = policy;
        this.names = names;
        this.patience = patience;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> found = lookUp(host);
        List<InetAddress> allowed = found.stream()
                .filter(address -> policy.allowsAddress(host, address))
                .toList();
        if (allowed.isEmpty() && !found.isEmpty()) {
            throw refused(host, found.getFirst(), policy.listing().hosts());
        }
        return allowed.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /// On a thread of its own: the system's look-up can neither be interrupted nor given a time.
    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        var lookUp = new FutureTask<>(() -> names.of(host));
        Thread.ofVirtual().name("look-up " + host).start(lookUp);
        try {
            return lookUp.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        } catch (ExecutionException | TimeoutException unknown) {
            UnknownHostException failure = new UnknownHostException(host);
            failure.initCause(unknown);
            throw failure;
        }
    }

    private static AddressRefusedException refused(String host, InetAddress address, String listing) {
        return new AddressRefusedException(
                host + " has " + Addresses.objection(address).orElse("an unlisted") + " address, "
                        + address.getHostAddress() + "; to allow it, list the host itself in " + listing);
    }
}
