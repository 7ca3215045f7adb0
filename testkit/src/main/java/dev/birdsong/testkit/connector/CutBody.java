// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.connector;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body whose connection breaks after some bytes.
public final class CutBody extends FilterInputStream {

    private final IOException failure;
    private int left;

    public CutBody(InputStream body, int after) {
        this(body, after, new IOException("connection reset"));
    }

    /// @param failure how reading on ends
    public CutBody(InputStream body, int after, IOException failure) {
        super(body);
        this.failure = failure;
        this.left = after;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            throw failure;
        }
        int count = super.read(bytes, offset, Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}
