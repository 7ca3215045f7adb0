// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Texts to draw from, kept encoded.
public final class Pool {

    private final List<String> texts;
    private final byte[][] encoded;

    private Pool(List<String> texts) {
        this.texts = texts;
        encoded = texts.stream().map(Pool::encode).toArray(byte[][]::new);
    }

    public static Pool of(String... texts) {
        return new Pool(List.of(texts));
    }

    /// The text that a draw picks.
    public String text(long draw) {
        return texts.get(index(draw));
    }

    /// The text that a draw picks, as a JSON string.
    public byte[] json(long draw) {
        return encoded[index(draw)];
    }

    private int index(long draw) {
        return (int) ((draw >>> 33) % encoded.length);
    }

    /// A text as a JSON string.
    public static byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream();
        var out = new JsonOut(bytes);
        try {
            out.string(text);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a text in memory", e);
        }
        return bytes.toByteArray();
    }
}
