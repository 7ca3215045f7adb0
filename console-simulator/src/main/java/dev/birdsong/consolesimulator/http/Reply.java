// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// The answer to one request. Its body is streamed in chunks, and can be made to come slowly or to end early.
public final class Reply {

    private static final int BUFFER = 1 << 17;

    private final Socket socket;
    private final OutputStream wire;
    private final List<String> headers = new ArrayList<>();
    private int bytesPerSecond = Integer.MAX_VALUE;
    private long cutAfter = Long.MAX_VALUE;
    private boolean gzip;

    Reply(Socket socket) throws IOException {
        this.socket = socket;
        wire = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    public void header(String name, String value) {
        headers.add(name + ": " + value);
    }

    /// Packs the body, as fast as can be rather than as small.
    public void gzip() {
        gzip = true;
        header("Content-Encoding", "gzip");
    }

    /// Lets the body come at so many bytes a second.
    public void slow(int rate) {
        bytesPerSecond = rate;
    }

    /// Ends the connection after so many bytes of the body.
    public void cutAfter(long bytes) {
        cutAfter = bytes;
    }

    /// Resets the connection without an answer.
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /// Writes a whole answer.
    public void send(int status, String contentType, String body) throws IOException {
        try (OutputStream out = begin(status, contentType)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Begins an answer, which ends when the stream is closed.
    public OutputStream begin(int status, String contentType) throws IOException {
        header("Content-Type", contentType);
        header("Transfer-Encoding", "chunked");
        String head = "HTTP/1.1 " + status + " " + Reasons.of(status) + "\r\n" + String.join("\r\n", headers);
        wire.write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        OutputStream body = new ChunkedBody(wire);
        if (bytesPerSecond != Integer.MAX_VALUE || cutAfter != Long.MAX_VALUE) {
            wire.flush();
            body = new FaultyBody(body, bytesPerSecond, cutAfter);
        }
        return gzip ? new FastGzip(body) : body;
    }

    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream body) throws IOException {
            super(body, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
