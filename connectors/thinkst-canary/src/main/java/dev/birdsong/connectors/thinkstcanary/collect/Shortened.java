// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The first 64 kB of a body: more is not read of an answer that is a failure.
final class Shortened extends FilterInputStream {

    private int left = 1 << 16;

    Shortened(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        return left-- > 0 ? super.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int count = super.read(bytes, offset, Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}
