// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Listens on 127.0.0.1 and answers each connection on a virtual thread of its own.
public final class HttpPort implements AutoCloseable {

    /// Answers one request.
    @FunctionalInterface
    public interface Handler {
        void answer(Request request, Reply reply) throws IOException;
    }

    private static final int BACKLOG = 200;

    private final ServerSocket server;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HttpPort(ServerSocket server, Handler handler) {
        this.server = server;
        this.handler = handler;
    }

    /// Starts to listen; port 0 is any that is free.
    public static HttpPort open(int port, Handler handler) throws IOException {
        var opened = new HttpPort(listening(port), handler);
        Thread.ofVirtual().name("console-accept").start(opened::accept);
        return opened;
    }

    private static ServerSocket listening(int port) throws IOException {
        try {
            return new ServerSocket(port, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new IOException("cannot listen on 127.0.0.1:" + port + ": choose another port, or 0 for any", e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                if (server.isClosed()) {
                    socket.close(); // it came while this port was being closed
                }
                Thread.ofVirtual().name("console-answer").start(() -> talk(socket));
            } catch (IOException e) {
                // closed, or a connection that ended before it began: nothing to answer
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var reader = new RequestReader(new BufferedInputStream(socket.getInputStream()));
            boolean on = true;
            while (on) {
                on = answerNext(reader, socket);
            }
        } catch (IOException e) {
            // the client went away, or this connection was to break: either way it is over
        } finally {
            open.remove(socket);
        }
    }

    private boolean answerNext(RequestReader reader, Socket socket) throws IOException {
        Optional<Request> request = reader.next();
        if (request.isPresent()) {
            handler.answer(request.get(), new Reply(socket));
        }
        return request.filter(Request::keepsAlive).isPresent() && !socket.isClosed();
    }

    /// Ends all connections at once.
    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
