// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A console behind a proxy that fails in one way after the other, and shows all of the request in each.
final class EchoConsole implements AutoCloseable {

    private record Form(int status, String type, String body) {}

    private static final List<Form> FORMS = List.of(
            new Form(401, "application/json", "{\"result\": \"error\", \"message\": \"%s\"}"),
            new Form(500, "text/html", "<html>%s</html>"),
            new Form(200, "text/html", "<html>%s</html>"),
            new Form(400, "application/json", "{\"result\": \"error\", \"message\": \"%s\"}"),
            new Form(200, "application/json", "{\"result\": \"error\", \"message\": \"%s\"}"),
            new Form(200, "application/json", "{\"result\": \"success\", \"incidents\": [{\"id\": \"%s\", ]"),
            new Form(403, "text/plain", "%s"),
            new Form(302, "text/plain", "%s"),
            new Form(429, "text/plain", "%s"));

    private static final List<Form> UNREADABLE = List.of(new Form(
            200, "application/json", "{\"result\": \"success\", \"incidents\": [{\"id\": \"\", \"shown\": \"%s\"}]}"));

    private final List<Form> forms;
    private final HttpServer server;
    private final AtomicInteger count = new AtomicInteger();

    EchoConsole() throws IOException {
        this(FORMS);
    }

    private EchoConsole(List<Form> forms) throws IOException {
        this.forms = forms;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /// One that shows records which nobody can read.
    static EchoConsole unreadable() throws IOException {
        return new EchoConsole(UNREADABLE);
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// How many forms of failing it has.
    static int forms() {
        return FORMS.size();
    }

    /// How often it was asked.
    int asked() {
        return count.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Form form = forms.get(count.getAndIncrement() % forms.size());
        String asked =
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet();
        String shown = asked + Base64.getEncoder().encodeToString(asked.getBytes(StandardCharsets.UTF_8));
        byte[] body = form.body().formatted(shown.replace('"', '\'')).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", form.type());
        exchange.getResponseHeaders().set("X-Request", shown.replaceAll("[^ -~]", ""));
        exchange.getResponseHeaders().set("Location", "/" + shown.hashCode());
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(form.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
