// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that says byte for byte what it was told to: each connection follows a script of its own, the last one
/// all that come after.
final class RawServer implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final List<Script> scripts;
    private final AtomicInteger connections = new AtomicInteger();

    RawServer(Script... scripts) throws IOException {
        this.scripts = List.of(scripts);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                int number = connections.getAndIncrement();
                Thread.ofVirtual().start(() -> serve(socket, scripts.get(Math.min(number, scripts.size() - 1))));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void serve(Socket socket, Script script) {
        try (socket) {
            script.follow(new Dialog(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
                    socket.getOutputStream()));
        } catch (IOException gone) {
            // the other side had enough, which is what some tests want
        }
    }

    /// What happens on one connection, which is closed after it.
    interface Script {

        void follow(Dialog dialog) throws IOException;
    }

    /// One connection.
    record Dialog(BufferedReader in, OutputStream out) {

        /// The head of the next request; empty when the other side has closed.
        String request() throws IOException {
            StringBuilder head = new StringBuilder();
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                head.append(line).append('\n');
                line = in.readLine();
            }
            return head.toString();
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
