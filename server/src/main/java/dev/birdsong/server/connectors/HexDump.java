// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Bytes as people look at them: sixteen a line, with the place of the first, and what of them is ASCII.
final class HexDump {

    private static final int WIDTH = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private HexDump() {}

    static String of(byte[] bytes) {
        return IntStream.iterate(0, at -> at < bytes.length, at -> at + WIDTH)
                .mapToObj(at -> line(bytes, at))
                .collect(Collectors.joining("\n"));
    }

    private static String line(byte[] bytes, int at) {
        int end = Math.min(bytes.length, at + WIDTH);
        String ascii = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
        return "%08x  %-47s  %s".formatted(at, HEX.formatHex(bytes, at, end), ascii);
    }
}
