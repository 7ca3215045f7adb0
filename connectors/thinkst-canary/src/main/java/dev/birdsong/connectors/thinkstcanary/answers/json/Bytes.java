// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers.json;

import dev.birdsong.spi.record.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow at their end, to write JSON and other things into; used again and again.
public final class Bytes extends OutputStream {

    private static final int WORTH_KEEPING = 1 << 20;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] array = new byte[1024];
    private int length;

    /// How many there are.
    public int length() {
        return length;
    }

    /// The array itself, valid up to the length and until the next change.
    public byte[] array() {
        return array;
    }

    /// A copy.
    public byte[] copy() {
        return Arrays.copyOf(array, length);
    }

    /// A copy as a document.
    public Document document() {
        return Document.owning(copy());
    }

    /// Forgets what comes after the first so many; gives back memory that was needed once only.
    public void shrinkTo(int size) {
        length = size;
        if (size == 0 && array.length > WORTH_KEEPING) {
            array = new byte[1024];
        }
    }

    /// Appends one byte.
    public Bytes add(int one) {
        room(1);
        array[length++] = (byte) one;
        return this;
    }

    /// Appends four bytes, the highest first.
    public Bytes addInt(int number) {
        room(Integer.BYTES);
        length += Integer.BYTES;
        setInt(length - Integer.BYTES, number);
        return this;
    }

    /// Appends eight bytes, the highest first.
    public Bytes addLong(long number) {
        return addInt((int) (number >>> Integer.SIZE)).addInt((int) number);
    }

    /// Changes four bytes.
    public void setInt(int at, int number) {
        array[at] = (byte) (number >>> 24);
        array[at + 1] = (byte) (number >>> 16);
        array[at + 2] = (byte) (number >>> 8);
        array[at + 3] = (byte) number;
    }

    /// Appends all of these.
    public Bytes add(byte[] more) {
        return add(more, 0, more.length);
    }

    /// Appends all of a document.
    public Bytes add(Document document) {
        try {
            document.writeTo(this);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into memory", e);
        }
        return this;
    }

    @Override
    public void write(int one) {
        add(one);
    }

    @Override
    public void write(byte[] more, int from, int count) {
        add(more, from, count);
    }

    /// Appends some of these.
    public Bytes add(byte[] more, int from, int count) {
        room(count);
        System.arraycopy(more, from, array, length, count);
        length += count;
        return this;
    }

    /// Appends a text as UTF-8.
    public Bytes add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Appends characters, each by itself: what is no text, such as half of a pair, keeps apart too.
    public Bytes addChars(char[] chars, int from, int count) {
        room(3 * count);
        for (int i = from; i < from + count; i++) {
            addChar(chars[i]);
        }
        return this;
    }

    /// Appends a text as a JSON string.
    public Bytes addQuoted(String text) {
        add('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                add(text.substring(i, i + 2));
                i++;
            } else {
                addEscaped(c);
            }
        }
        return add('"');
    }

    private void addEscaped(char c) {
        if (c == '"' || c == '\\') {
            add('\\').add(c);
        } else if (c < 0x20 || Character.isSurrogate(c)) {
            add('\\')
                    .add('u')
                    .add(HEX[c >>> 12])
                    .add(HEX[(c >>> 8) & 15])
                    .add(HEX[(c >>> 4) & 15])
                    .add(HEX[c & 15]);
        } else {
            room(3);
            addChar(c);
        }
    }

    private void addChar(char c) {
        if (c < 0x80) {
            array[length++] = (byte) c;
        } else if (c < 0x800) {
            array[length++] = (byte) (0xC0 | (c >>> 6));
            array[length++] = (byte) (0x80 | (c & 0x3F));
        } else {
            array[length++] = (byte) (0xE0 | (c >>> 12));
            array[length++] = (byte) (0x80 | ((c >>> 6) & 0x3F));
            array[length++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    private void room(int count) {
        if (array.length - length < count) {
            array = Arrays.copyOf(
                    array, Math.max(Math.addExact(length, count), (int) Math.min(array.length * 2L, 1 << 30)));
        }
    }
}
