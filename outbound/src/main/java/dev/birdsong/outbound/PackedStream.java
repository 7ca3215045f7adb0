// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.time.MonotonicClock;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of an answer as they come over the network, counted, and no slower than what is bearable.
final class PackedStream extends BlockStream {

    private final InputStream network;
    private final long length;
    private final Pace pace;
    private final MonotonicClock clock;
    private long count;

    /// @param length how many bytes the host announced, negative where it did not
    PackedStream(InputStream network, long length, Pace pace, MonotonicClock clock) {
        this.network = network;
        this.length = length;
        this.pace = pace;
        this.clock = clock;
    }

    long count() {
        return count;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long before = clock.nanos();
        int read = network.read(buffer, offset, length);
        count += Math.max(read, 0);
        pace.note(Math.max(read, 0), clock.nanos() - before);
        return read;
    }

    @Override
    public int available() throws IOException {
        return network.available();
    }

    /// Leaves the network alone: closing that would read all that is still to come. Only where nothing is, this tells
    /// the client so, and the connection can be used again.
    @Override
    public void close() throws IOException {
        if (count == length) {
            network.read();
        }
    }
}
