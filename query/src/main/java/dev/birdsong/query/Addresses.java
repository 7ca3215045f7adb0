// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// IP and MAC addresses as people type them. Nothing is ever looked up.
final class Addresses {

    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("(?=[^:]*:[^:]*:)[0-9a-fA-F:.]{2,45}");
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}");
    private static final Pattern V6_NETWORK = Pattern.compile("([0-9a-fA-F:.]{2,45})/\\d{1,3}");
    private static final Pattern PART = Pattern.compile("(?=.*[*?])[0-9a-fA-F:.*?]{1,45}");

    private Addresses() {}

    /// An IPv4 or IPv6 address.
    static Optional<InetAddress> parse(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /// Whether the colons of a value belong to it: in an IPv6 address or network, in a MAC, or in a wildcard
    /// over one of these.
    static boolean mayHoldColons(String text) {
        return isAddress(text) || PART.matcher(text).matches();
    }

    /// Whether it is an address or an IPv6 network from end to end.
    static boolean isAddress(String text) {
        var network = V6_NETWORK.matcher(text);
        return MAC.matcher(text).matches()
                || parse(network.matches() ? network.group(1) : text).isPresent();
    }
}
