// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A simulator on this machine, spoken to over plain HTTP.
///
/// @param host `localhost` or a loopback address, without brackets
/// @param port where it listens
public record LoopbackPair(String host, int port) {

    private static final Pattern SHAPE = Pattern.compile("(localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\]):(\\d{1,5})");
    private static final int MAX_PORT = 65_535;

    /// Reads `127.0.0.1:18080`, `localhost:18080` or `[::1]:18080`.
    ///
    /// @throws IllegalArgumentException if it is anything else
    public static LoopbackPair parse(String text) {
        Matcher shape = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        int port = shape.matches() ? Integer.parseInt(shape.group(2)) : 0;
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a loopback host and port; insecure-consoles takes such as 127.0.0.1:18080");
        }
        return new LoopbackPair(shape.group(1).replaceAll("[\\[\\]]", ""), port);
    }
}
