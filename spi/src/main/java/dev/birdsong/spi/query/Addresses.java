// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.query;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Addresses as texts and as numbers, the same for every lake. An IPv4 address mapped to IPv6 is the IPv4 one.
public final class Addresses {

    private static final int LONGEST = 45;
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private Addresses() {}

    /// The address that a text is: four decimal numbers with dots, or IPv6 without brackets and zone.
    public static Optional<InetAddress> literal(String text) {
        if (!looksLikeOne(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Sixteen bytes, in whose unsigned order addresses are compared.
    public static byte[] bytes(InetAddress address) {
        byte[] own = address.getAddress();
        if (!(address instanceof Inet4Address)) {
            return own;
        }
        byte[] mapped = Arrays.copyOf(MAPPED, MAPPED.length + own.length);
        System.arraycopy(own, 0, mapped, MAPPED.length, own.length);
        return mapped;
    }

    private static boolean looksLikeOne(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        int colons = 0;
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                colons++;
            } else if (c == '.') {
                dots++;
            } else if (!HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return colons > 1 || (colons == 0 && dots == 3);
    }
}
