// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.outbound.OutboundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/// The body of an answer, as its caller reads it. Read to its end it gives its connection back; closed before, it drops
/// it
/// and reads nothing more.
final class BodyStream extends BlockStream {

    private final InputStream content;
    private final Failures failures;
    private final long most;
    private final Runnable abort;
    private long count;

    BodyStream(InputStream content, Failures failures, long most, Runnable abort) {
        this.content = content;
        this.failures = failures;
        this.most = most;
        this.abort = abort;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = content.read(buffer, offset, length);
            count += Math.max(read, 0);
            if (count > most) {
                throw new OutboundException(OutboundException.Kind.TOO_LARGE, "it is longer than " + most + " bytes");
            }
            return read;
        } catch (IOException failure) {
            abort.run();
            throw Thread.currentThread().isInterrupted() ? interrupted(failure) : failures.explain(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            content.close();
        } finally {
            abort.run();
        }
    }

    private static InterruptedIOException interrupted(IOException failure) {
        InterruptedIOException interrupted = new InterruptedIOException("interrupted while an answer was read");
        interrupted.initCause(failure);
        return interrupted;
    }
}
