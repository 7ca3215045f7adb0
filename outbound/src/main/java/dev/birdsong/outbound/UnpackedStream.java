// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.outbound.OutboundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/// A gzipped answer, unpacked while it is read, and not to more than an honest one could become.
final class UnpackedStream extends BlockStream {

    private static final int BUFFER = 64 << 10;

    private final PackedStream packed;
    private final OutboundLimits.Sizes sizes;
    private InputStream unpacked = InputStream.nullInputStream();
    private boolean begun;
    private long count;

    UnpackedStream(PackedStream packed, OutboundLimits.Sizes sizes) {
        this.packed = packed;
        this.sizes = sizes;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (!begun) {
            begun = true;
            unpacked = begin();
        }
        int read = unpacked.read(buffer, offset, length);
        count += Math.max(read, 0);
        if (count > sizes.ratioFrom() && count > sizes.ratio() * packed.count()) {
            throw new OutboundException(
                    OutboundException.Kind.TOO_LARGE, "it unpacks to more than " + sizes.ratio() + " times its size");
        }
        if (read < 0 && packed.read() >= 0) {
            throw new IOException("something follows the end of its gzip");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /// An answer without a body may still be called gzip.
    private InputStream begin() throws IOException {
        PushbackInputStream start = new PushbackInputStream(packed);
        int first = start.read();
        if (first < 0) {
            return InputStream.nullInputStream();
        }
        start.unread(first);
        return new GZIPInputStream(start, BUFFER);
    }
}
