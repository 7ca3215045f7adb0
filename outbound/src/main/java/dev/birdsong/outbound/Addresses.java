// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.query.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which addresses belong to the public internet. All others lead to this machine, its network, or nowhere.
final class Addresses {

    private static final List<Special> SPECIAL = List.of(
            special("0.0.0.0/8", "an unspecified"),
            special("10.0.0.0/8", "a private"),
            special("100.64.0.0/10", "a shared (100.64/10)"),
            special("127.0.0.0/8", "a loopback"),
            special("169.254.0.0/16", "a link-local"),
            special("172.16.0.0/12", "a private"),
            special("192.0.0.0/24", "a reserved"),
            special("192.0.2.0/24", "a documentation"),
            special("192.88.99.0/24", "a 6to4"),
            special("192.168.0.0/16", "a private"),
            special("198.18.0.0/15", "a benchmark"),
            special("198.51.100.0/24", "a documentation"),
            special("203.0.113.0/24", "a documentation"),
            special("224.0.0.0/4", "a multicast"),
            special("240.0.0.0/4", "a reserved"),
            special("::/128", "an unspecified"),
            special("::1/128", "a loopback"),
            special("2001::/32", "a Teredo"),
            special("2001::/23", "a reserved"),
            special("2001:db8::/32", "a documentation"),
            special("2002::/16", "a 6to4"),
            special("3fff::/20", "a documentation"),
            special("fc00::/7", "a private"),
            special("fe80::/10", "a link-local"),
            special("ff00::/8", "a multicast"));
    private static final Network GLOBAL_V6 = network("2000::/3");
    private static final Network NAT64 = network("64:ff9b::/96");
    private static final int V4_AT = 12;

    private Addresses() {}

    /// What speaks against an address, such as `a private`; nothing where it is public. One that only wraps an IPv4
    /// address is judged by that.
    static Optional<String> objection(InetAddress address) {
        InetAddress judged = isWrapped(address) ? v4(address) : address;
        return SPECIAL.stream()
                .filter(special -> special.network().contains(judged))
                .map(Special::name)
                .findFirst()
                .or(() -> judged instanceof Inet4Address || GLOBAL_V6.contains(judged)
                        ? Optional.empty()
                        : Optional.of("a reserved"));
    }

    private static boolean isWrapped(InetAddress address) {
        return NAT64.contains(address) || isMapped(address.getAddress());
    }

    /// `::ffff:a.b.c.d`: Java makes an IPv4 address of most of these by itself, but not of one with a scope.
    private static boolean isMapped(byte[] bytes) {
        byte[] prefix = new byte[V4_AT];
        prefix[10] = (byte) 0xff;
        prefix[11] = (byte) 0xff;
        return bytes.length > V4_AT && Arrays.equals(bytes, 0, V4_AT, prefix, 0, V4_AT);
    }

    private static InetAddress v4(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, V4_AT, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static Special special(String network, String name) {
        return new Special(network(network), name);
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    private record Special(Network network, String name) {}
}
