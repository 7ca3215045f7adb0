// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Draws texts that nobody would type.
record Strings(Random random) {

    private static final List<String> STRANGE = List.of(
            "",
            "\u0000",
            "a\u0000b",
            "\u202eevil",
            "\u200f\u200e",
            "\ud83d\udc26",
            "\ud800",
            "e\u0301",
            "' OR 1=1 --",
            "${jndi:ldap://x}",
            "../../etc/passwd",
            "%",
            "*",
            "?",
            "(((((",
            "\\\"",
            "a:[1 TO",
            "NaN",
            "1e400",
            "-0",
            "9223372036854775808",
            "now-5h",
            "now-99999999999999999d",
            "timestamp:[* TO 99999999999999999999]",
            "srcip:\"::ffff:1.2.3.4/200\"",
            "a:>",
            "AND OR NOT",
            "/(a+)+$/",
            "thinkst_canary..x:*",
            "root",
            "all",
            "null",
            "[]",
            "\r\nX: y",
            "<script>");

    /// Any, mostly short.
    String any(int longest) {
        return switch (random.nextInt(4)) {
            case 0 -> STRANGE.get(random.nextInt(STRANGE.size()));
            case 1 -> characters(random.nextInt(longest), 0x3000);
            case 2 -> STRANGE.get(random.nextInt(STRANGE.size())) + characters(random.nextInt(longest), 0x80);
            default -> characters(random.nextInt(longest), 0x80);
        };
    }

    /// 100,000 characters.
    String huge() {
        return any(20).concat("x").repeat(100_000).substring(0, 100_000);
    }

    /// What a line of HTTP can hold.
    String line() {
        return random.ints(random.nextInt(40), 0x20, 0x100)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private String characters(int length, int below) {
        return random.ints(length, 0, below).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
