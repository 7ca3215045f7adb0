// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/// A body that comes slowly, or ends before its end.
final class FaultyBody extends OutputStream {

    private static final int STEPS_A_SECOND = 20;

    private final OutputStream body;
    private final int bytesPerSecond;
    private long left;

    FaultyBody(OutputStream body, int bytesPerSecond, long cutAfter) {
        this.body = body;
        this.bytesPerSecond = bytesPerSecond;
        left = cutAfter;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int part = (int) Math.min(left, Math.min(length - done, Math.max(1, bytesPerSecond / STEPS_A_SECOND)));
            body.write(bytes, from + done, part);
            body.flush();
            done += part;
            left -= part;
            if (left <= 0) {
                throw new CutOff();
            }
            pause(part);
        }
    }

    private void pause(int bytes) throws IOException {
        try {
            Thread.sleep(1_000L * bytes / bytesPerSecond);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while answering slowly").initCause(e);
        }
    }

    @Override
    public void flush() throws IOException {
        body.flush();
    }

    @Override
    public void close() throws IOException {
        if (left > 0) {
            body.close();
        }
    }
}
