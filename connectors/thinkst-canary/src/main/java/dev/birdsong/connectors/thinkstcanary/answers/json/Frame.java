// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads back what was written into a frame of bytes, part by part.
public final class Frame {

    private final ByteBuffer buffer;

    public Frame(byte[] array, int from, int length) {
        buffer = ByteBuffer.wrap(array, from, length);
    }

    /// Writes a text so that [#text()] reads it.
    public static void write(String text, Bytes into) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        into.addInt(utf8.length).add(utf8);
    }

    /// The next byte.
    public byte one() {
        return buffer.get();
    }

    /// The next eight bytes.
    public long number() {
        return buffer.getLong();
    }

    /// The next text.
    public String text() {
        int length = buffer.getInt();
        String text =
                new String(buffer.array(), buffer.arrayOffset() + buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    /// All that is left.
    public byte[] rest() {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return rest;
    }
}
