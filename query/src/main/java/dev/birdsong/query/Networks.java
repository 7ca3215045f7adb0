// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import dev.birdsong.spi.query.Network;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Networks as people type them: `10.0.0.0/8`, `2001:db8::/32`.
final class Networks {

    private static final Pattern SHAPE =
            Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)/(\\d+)");
    private static final int MAPPED_PREFIX = 96;
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;

    private Networks() {}

    /// The network that a word is.
    ///
    /// @throws QueryException if it looks like one and is none
    static Optional<Network> parse(Word word) {
        Matcher shape = SHAPE.matcher(word.text());
        if (!shape.matches()) {
            return Optional.empty();
        }
        return Optional.of(Addresses.parse(shape.group(1))
                .flatMap(address -> network(address, shape.group(1).contains(":"), shape.group(2)))
                .orElseThrow(
                        () -> word.problem(word.shown() + " is not a network; write 10.0.0.0/8 or 2001:db8::/32")));
    }

    private static Optional<Network> network(InetAddress address, boolean colons, String digits) {
        int typed = digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        // an IPv6 literal that maps an IPv4 address is read as that address
        boolean mapped = colons && address.getAddress().length * Byte.SIZE == V4_BITS;
        int prefix = mapped ? typed - MAPPED_PREFIX : typed;
        int bits = address.getAddress().length * Byte.SIZE;
        return prefix >= 0 && prefix <= bits && typed <= V6_BITS
                ? Optional.of(new Network(address, prefix))
                : Optional.empty();
    }
}
