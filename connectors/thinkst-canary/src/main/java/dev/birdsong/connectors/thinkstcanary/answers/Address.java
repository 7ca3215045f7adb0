// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import java.net.InetAddress;

/// Tells addresses and ports from what only stands in their place.
final class Address {

    private Address() {}

    /// Whether this text is an IPv4 or IPv6 address. Never asks a name server.
    static boolean isIp(String text) {
        if (text.indexOf(':') >= 0) {
            return isV6(text);
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (number(part, 255) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The port, or -1 where this text is none.
    static int port(String text) {
        int port = number(text, 65_535);
        return port == 0 ? -1 : port;
    }

    private static int number(String text, int highest) {
        if (text.isEmpty() || text.length() > 5) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number <= highest ? number : -1;
    }

    private static boolean isV6(String text) {
        try {
            return text.indexOf('%') < 0 && text.indexOf('[') < 0 && InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
