// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.birdsong.settings.ServerSettings.Listen;
import dev.birdsong.settings.SettingsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Metrics at an address of their own, where they need no key.
public final class MetricsPort implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;

    private MetricsPort(HttpServer server) {
        this.server = server;
    }

    /// Listens there.
    ///
    /// @throws SettingsException if it cannot
    public static MetricsPort open(Listen listen, Metrics metrics) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(listen.address(), listen.port()), 0);
            server.createContext("/metrics", exchange -> answer(exchange, metrics));
            server.start();
            return new MetricsPort(server);
        } catch (IOException e) {
            throw new SettingsException(List.of("cannot listen at " + listen.address() + ":" + listen.port()
                    + " for metrics: set 'metrics.address' to a free address"));
        }
    }

    private static void answer(HttpExchange exchange, Metrics metrics) throws IOException {
        byte[] text = metrics.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", Metrics.TEXT);
        exchange.sendResponseHeaders(OK, text.length);
        try (var body = exchange.getResponseBody()) {
            body.write(text);
        }
    }

    /// Where it listens.
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
