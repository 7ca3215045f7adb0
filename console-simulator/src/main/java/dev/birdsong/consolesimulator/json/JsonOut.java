// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/// Writes JSON into a stream through one fixed buffer. Text is escaped to ASCII, as the console does.
public final class JsonOut {

    private static final int SIZE = 1 << 16;
    private static final int PIECE = 1 << 12;
    private static final int LONGEST_ESCAPE = 6;
    private static final byte ILLEGAL = 1;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream sink;
    private final byte[] buffer = new byte[SIZE];
    private int length;
    private long damageIn = -1;

    public JsonOut(OutputStream sink) {
        this.sink = sink;
    }

    /// Puts a byte that no JSON text may contain in the place of the one that comes `bytes` later.
    public void damageAfter(int bytes) {
        damageIn = bytes;
    }

    /// Writes bytes that are JSON already.
    public void raw(byte[] json) throws IOException {
        for (int from = 0; from < json.length; from += SIZE / 2) {
            int part = Math.min(SIZE / 2, json.length - from);
            reserve(part);
            System.arraycopy(json, from, buffer, length, part);
            advance(part);
        }
    }

    /// Writes one ASCII character as it is.
    public void raw(char ascii) throws IOException {
        reserve(1);
        buffer[length] = (byte) ascii;
        advance(1);
    }

    /// Writes ASCII text as it is.
    public void ascii(String text) throws IOException {
        for (int from = 0; from < text.length(); from += PIECE) {
            int part = Math.min(PIECE, text.length() - from);
            reserve(part);
            for (int i = 0; i < part; i++) {
                buffer[length + i] = (byte) text.charAt(from + i);
            }
            advance(part);
        }
    }

    public void string(String text) throws IOException {
        raw('"');
        for (int from = 0; from < text.length(); from += PIECE) {
            int to = Math.min(from + PIECE, text.length());
            reserve((to - from) * LONGEST_ESCAPE);
            int at = length;
            for (int i = from; i < to; i++) {
                at = escaped(text.charAt(i), at);
            }
            advance(at - length);
        }
        raw('"');
    }

    private int escaped(char c, int at) {
        if (c >= ' ' && c < 127 && c != '"' && c != '\\') {
            buffer[at] = (byte) c;
            return at + 1;
        }
        buffer[at] = '\\';
        if (c == '"' || c == '\\') {
            buffer[at + 1] = (byte) c;
            return at + 2;
        }
        buffer[at + 1] = 'u';
        for (int i = 0; i < 4; i++) {
            buffer[at + 2 + i] = HEX[(c >> (12 - 4 * i)) & 15];
        }
        return at + LONGEST_ESCAPE;
    }

    public void number(long value) throws IOException {
        if (value < 0) {
            raw('-');
        }
        long rest = Math.abs(value);
        int digits = digits(rest);
        reserve(digits);
        for (int i = digits - 1; i >= 0; i--) {
            buffer[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        advance(digits);
    }

    /// Writes the lowest `digits` decimal digits, with leading zeros.
    public void padded(int value, int digits) throws IOException {
        reserve(digits);
        int rest = value;
        for (int i = digits - 1; i >= 0; i--) {
            buffer[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        advance(digits);
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    public void bool(boolean value) throws IOException {
        ascii(value ? "true" : "false");
    }

    public void nothing() throws IOException {
        ascii("null");
    }

    /// Writes a list, each of its elements by `value`.
    public <T> void list(Iterator<T> elements, Field.Value<T> value) throws IOException {
        raw('[');
        boolean first = true;
        while (elements.hasNext()) {
            if (!first) {
                raw(',');
            }
            first = false;
            value.write(this, elements.next());
        }
        raw(']');
    }

    /// Hands what is still in the buffer to the stream.
    public void flush() throws IOException {
        drain();
        sink.flush();
    }

    private void reserve(int bytes) throws IOException {
        if (length + bytes > SIZE) {
            drain();
        }
    }

    private void advance(int bytes) {
        length += bytes;
        if (damageIn >= 0) {
            damage(bytes);
        }
    }

    private void damage(int bytes) {
        if (damageIn < bytes) {
            buffer[length - bytes + (int) damageIn] = ILLEGAL;
        }
        damageIn = damageIn < bytes ? -1 : damageIn - bytes;
    }

    private void drain() throws IOException {
        sink.write(buffer, 0, length);
        length = 0;
    }
}
