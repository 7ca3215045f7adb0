// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.util.Locale;
import java.util.regex.Pattern;

/// Hosts that the operator allows: a name, an address, `*.example.com` for all names below one, or `*` for all.
///
/// @param text in lower case
public record HostPattern(String text) {

    private static final Pattern SHAPE = Pattern.compile("\\*|(\\*\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*|[0-9a-f:.]+");

    /// @throws IllegalArgumentException if it is no host name, address or pattern
    public HostPattern {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a host name, nor a pattern such as *.canary.tools");
        }
    }

    boolean isAny() {
        return "*".equals(text);
    }

    /// Whether it stands for this host, given in lower case.
    public boolean matches(String host) {
        if (isAny()) {
            return true;
        }
        return text.startsWith("*.")
                ? host.endsWith(text.substring(1)) && host.length() > text.length() - 1
                : host.equals(text);
    }
}
