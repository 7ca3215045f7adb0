// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes files as MaxMind does, with one network of IPv4 in them.
final class MadeMaxMind {

    private static final int STRING = 2;
    private static final int SHORT = 5;
    private static final int INT = 6;
    private static final int MAP = 7;
    private static final int LONG = 9;
    private static final int LIST = 11;
    private static final int SEPARATOR = 16;
    private static final int LONGER = 29;

    private MadeMaxMind() {}

    static Path file(Path file, String network, Map<String, ?> data) throws IOException {
        String[] parts = network.split("/", -1);
        int prefix = Integer.parseInt(parts[1]);
        var out = new ByteArrayOutputStream();
        out.write(tree(InetAddress.getByName(parts[0]).getAddress(), prefix));
        out.write(new byte[SEPARATOR]);
        out.write(value(data));
        out.write(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        out.write("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        out.write(metadata(prefix));
        return Files.write(file, out.toByteArray());
    }

    /// A node for each bit; a branch that leads nowhere points behind the last.
    private static byte[] tree(byte[] address, int prefix) {
        ByteBuffer nodes = ByteBuffer.allocate(prefix * 8);
        for (int bit = 0; bit < prefix; bit++) {
            boolean right = (address[bit / 8] & (0x80 >> (bit % 8))) != 0;
            int next = bit == prefix - 1 ? prefix + SEPARATOR : bit + 1;
            nodes.putInt(right ? prefix : next).putInt(right ? next : prefix);
        }
        return nodes.array();
    }

    private static byte[] metadata(int nodes) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(MAP << 5 | 9);
        pair(out, "node_count", number(INT, nodes));
        pair(out, "record_size", number(SHORT, 32));
        pair(out, "ip_version", number(SHORT, 4));
        pair(out, "database_type", value("Made"));
        pair(out, "languages", new byte[] {0, LIST - 7});
        pair(out, "binary_format_major_version", number(SHORT, 2));
        pair(out, "binary_format_minor_version", number(SHORT, 0));
        pair(out, "build_epoch", new byte[] {4, LONG - 7, 0, 0, 1, 0});
        pair(out, "description", value(Map.of()));
        return out.toByteArray();
    }

    private static void pair(ByteArrayOutputStream out, String name, byte[] value) throws IOException {
        out.write(value(name));
        out.write(value);
    }

    private static byte[] number(int type, int number) {
        return type == SHORT
                ? new byte[] {(byte) (SHORT << 5 | 2), (byte) (number >> 8), (byte) number}
                : ByteBuffer.allocate(5)
                        .put((byte) (INT << 5 | 4))
                        .putInt(number)
                        .array();
    }

    private static byte[] value(Object value) throws IOException {
        var out = new ByteArrayOutputStream();
        if (value instanceof Map<?, ?> map) {
            out.write(MAP << 5 | map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.write(value(entry.getKey()));
                out.write(value(entry.getValue()));
            }
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            out.write(STRING << 5 | Math.min(text.length, LONGER));
            if (text.length >= LONGER) {
                out.write(text.length - LONGER);
            }
            out.write(text);
        }
        return out.toByteArray();
    }
}
