// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A receiver of webhooks on loopback that keeps what it gets, and answers as it is told.
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 204;

    record Got(String method, Optional<String> signature, String body) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        got.add(new Got(
                exchange.getRequestMethod(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(Webhooks.SIGNATURE)),
                body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    void answers(int nextStatus) {
        status = nextStatus;
    }

    String pair() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + pair() + "/hook/very-secret-path";
    }

    List<Got> got() {
        return List.copyOf(got);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
