// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One text as UTF-8 bytes: in a record, a JSON object. Immutable; equal where the bytes are equal.
public final class Document {

    private final byte[] utf8;

    private Document(byte[] utf8) {
        this.utf8 = utf8;
    }

    /// Takes the text as it is, without looking at it. The array belongs to the document from here on.
    public static Document owning(byte[] utf8) {
        return new Document(utf8);
    }

    /// The document that this text is.
    public static Document of(String json) {
        return new Document(json.getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes of the text.
    public int length() {
        return utf8.length;
    }

    /// Reads the text from its beginning, without copying it.
    public InputStream open() {
        return new ByteArrayInputStream(utf8);
    }

    /// A copy of the text.
    public byte[] bytes() {
        return utf8.clone();
    }

    /// Writes the text.
    public void writeTo(OutputStream out) throws IOException {
        out.write(utf8);
    }

    /// The text as a string.
    public String json() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document that && Arrays.equals(utf8, that.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    /// Only the length: content does not belong in a log.
    @Override
    public String toString() {
        return "Document[" + utf8.length + " bytes]";
    }
}
