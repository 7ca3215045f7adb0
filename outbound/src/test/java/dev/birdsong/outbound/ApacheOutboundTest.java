// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static dev.birdsong.outbound.Outbounds.body;
import static dev.birdsong.outbound.Outbounds.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.HostRefusedException;
import dev.birdsong.spi.outbound.OutboundException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApacheOutboundTest {

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    private final int port = server.getAddress().getPort();
    private final ApacheOutbound outbound = Outbounds.to(port, Outbounds.SMALL);

    ApacheOutboundTest() throws IOException {}

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        outbound.close();
        server.stop(0);
    }

    @Test
    void sendsWhatItWasGivenAndHandsOverTheAnswer() throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        answer(exchange -> {
            tokens.add(exchange.getRequestHeaders().getFirst("X-Canary-Auth-Token"));
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.getResponseHeaders().add("Retry-After", "7");
            send(exchange, 429, "slow down".getBytes(StandardCharsets.UTF_8));
        });

        try (Answer answer = outbound.get(uri(port, "/api/v1/x?a=b%20c&d"), Map.of("X-Canary-Auth-Token", "t0k3n"))) {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("retry-after")).contains("7");
            assertThat(answer.body()).hasContent("slow down");
        }
        assertThat(asked).containsExactly("GET /api/v1/x?a=b%20c&d");
        assertThat(tokens).containsExactly("t0k3n");
    }

    @Test
    void followsNoRedirect() throws IOException, InterruptedException {
        answer(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            send(exchange, 302, new byte[0]);
        });

        try (Answer answer = outbound.get(uri(port, "/"), Map.of())) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("location")).contains("/elsewhere");
        }
        assertThat(asked).containsExactly("GET /");
    }

    @Test
    void keepsNoCookies() throws IOException, InterruptedException {
        List<String> cookies = new ArrayList<>();
        answer(exchange -> {
            cookies.add(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
            exchange.getResponseHeaders().add("Set-Cookie", "a=b; Path=/");
            send(exchange, 200, new byte[0]);
        });

        body(outbound, uri(port, "/"));
        body(outbound, uri(port, "/"));

        assertThat(cookies).containsExactly("null", "null");
    }

    @Test
    void triesNothingAgainByItself() throws IOException, InterruptedException {
        answer(exchange -> send(exchange, 503, new byte[0]));

        body(outbound, uri(port, "/"));

        assertThat(asked).hasSize(1);
    }

    @Test
    void unpacksGzip() throws IOException, InterruptedException {
        List<String> accepted = new ArrayList<>();
        answer(exchange -> {
            accepted.add(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
            sendPacked(exchange, gzip("{\"result\": \"success\"}".getBytes(StandardCharsets.UTF_8)));
        });

        assertThat(body(outbound, uri(port, "/"))).isEqualTo("{\"result\": \"success\"}");
        assertThat(accepted).containsExactly("gzip");
    }

    @Test
    void takesAnEmptyBodyThatIsCalledGzip() throws IOException, InterruptedException {
        answer(exchange -> sendPacked(exchange, new byte[0]));

        assertThat(body(outbound, uri(port, "/"))).isEmpty();
    }

    @Test
    void stopsUnpackingABomb() {
        answer(exchange -> sendPacked(exchange, gzip(new byte[4_000_000])));

        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> body(outbound, uri(port, "/")))
                .matches(failure -> failure.kind() == OutboundException.Kind.TOO_LARGE)
                .withMessageContaining("unpacks to more than 50 times its size");
    }

    @Test
    void takesOnlySoMuch() {
        answer(exchange -> send(exchange, 200, new byte[5_000_001]));

        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> body(outbound, uri(port, "/")))
                .matches(failure -> failure.kind() == OutboundException.Kind.TOO_LARGE)
                .withMessageContaining("longer than 5000000 bytes");
    }

    @Test
    void saysWhatIsWrongWithGzip() {
        byte[] packed = gzip("a long enough text to be cut in the middle of it".getBytes(StandardCharsets.UTF_8));
        answer(exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/cut" -> sendPacked(exchange, Arrays.copyOf(packed, packed.length / 2));
                case "/plain" -> sendPacked(exchange, "{}{}{}{}{}{}".getBytes(StandardCharsets.UTF_8));
                default -> {
                    exchange.getResponseHeaders().add("Content-Encoding", "br");
                    send(exchange, 200, new byte[1]);
                }
            }
        });

        assertThatIOException()
                .isThrownBy(() -> body(outbound, uri(port, "/cut")))
                .withMessageContaining("was cut off");
        assertThatIOException()
                .isThrownBy(() -> body(outbound, uri(port, "/plain")))
                .withMessageContaining("is not");
        assertThatIOException()
                .isThrownBy(() -> body(outbound, uri(port, "/brotli")))
                .withMessageContaining("did not ask for");
    }

    @Test
    void refusesAHostThatIsNotListed() {
        assertThatExceptionOfType(HostRefusedException.class)
                .isThrownBy(() -> outbound.get(URI.create("https://1234abcd.canary.tools/?secret"), Map.of()))
                .withMessageContaining("1234abcd.canary.tools is not among the allowed hosts")
                .withMessageNotContaining("secret");
    }

    @Test
    void refusesAListedHostAtAPrivateAddress() throws IOException {
        OutboundPolicy policy =
                new OutboundPolicy(List.of(new HostPattern("*")), List.of(), new Route.Direct(), List.of());

        try (ApacheOutbound open = Outbounds.with(policy, Outbounds.SMALL)) {
            assertThatExceptionOfType(HostRefusedException.class)
                    .isThrownBy(() -> open.get(URI.create("https://127.0.0.1:" + port), Map.of()))
                    .withMessageContaining("127.0.0.1 has a loopback address");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void saysThatNobodyListens() {
        server.stop(0);

        assertThatIOException()
                .isThrownBy(() -> body(outbound, uri(port, "/?secret")))
                .withMessage("127.0.0.1:" + port + " refused the connection; check the name, and that it is up");
    }

    @Test
    void saysThatAHostIsUnknown() throws IOException {
        OutboundPolicy policy =
                new OutboundPolicy(List.of(new HostPattern("*.invalid")), List.of(), new Route.Direct(), List.of());

        try (ApacheOutbound open = Outbounds.with(policy, Outbounds.SMALL)) {
            assertThatIOException()
                    .isThrownBy(() -> open.get(URI.create("https://console.invalid/"), Map.of()))
                    .withMessage("cannot find the host console.invalid; check its name, and the DNS of this machine");
        }
    }

    private void answer(Handler handler) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            handler.handle(exchange);
            exchange.close();
        });
    }

    private static void sendPacked(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        send(exchange, 200, body);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return packed.toByteArray();
    }

    /// Answers one request.
    private interface Handler {

        void handle(HttpExchange exchange) throws IOException;
    }
}
