// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A body in HTTP chunks, one for each write.
final class ChunkedBody extends OutputStream {

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream wire;
    private boolean closed;

    ChunkedBody(OutputStream wire) {
        this.wire = wire;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (length > 0) {
            wire.write(Integer.toHexString(length).getBytes(StandardCharsets.US_ASCII));
            wire.write(LINE_END);
            wire.write(bytes, from, length);
            wire.write(LINE_END);
        }
    }

    @Override
    public void flush() throws IOException {
        wire.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            wire.write(LAST);
            wire.flush();
        }
    }
}
