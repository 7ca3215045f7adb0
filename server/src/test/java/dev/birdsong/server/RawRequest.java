// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A request byte for byte as it goes over the wire, right or wrong.
final class RawRequest {

    private static final int PATIENCE = 60_000;

    private final String line;
    private final List<String> headers;
    private final byte[] body;

    RawRequest(String line, List<String> headers, byte[] body) {
        this.line = line;
        this.headers = List.copyOf(headers);
        this.body = body.clone();
    }

    String line() {
        return line;
    }

    /// Sends it and reads all of the answer.
    Api.Answer to(URI server) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            write(socket.getOutputStream());
            return answer(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    /// A server that refuses a request need not read all of it.
    private void write(OutputStream out) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        try {
            out.write(bytes.toByteArray());
            out.flush();
        } catch (IOException refused) {
            Objects.requireNonNull(refused);
        }
    }

    private String head() {
        return line + "\r\nHost: localhost\r\nConnection: close\r\n" + String.join("", headers) + "\r\n";
    }

    private static Api.Answer answer(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
            throw new IOException("no HTTP answer: '" + text + "'");
        }
        String head = text.substring(0, end);
        String sent = text.substring(end + 4);
        byte[] content = (head.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked")
                        ? unchunked(sent)
                        : sent)
                .getBytes(StandardCharsets.ISO_8859_1);
        return new Api.Answer(Integer.parseInt(head.substring(9, 12)), new String(content, StandardCharsets.UTF_8));
    }

    private static String unchunked(String sent) {
        StringBuilder content = new StringBuilder();
        int at = 0;
        while (at < sent.length()) {
            int line = sent.indexOf("\r\n", at);
            int size = Integer.parseInt(sent.substring(at, line).strip(), 16);
            content.append(sent, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
        return content.toString();
    }

    @Override
    public String toString() {
        String shown = new String(body, StandardCharsets.ISO_8859_1);
        return head() + shown.substring(0, Math.min(2_000, shown.length()));
    }
}
