// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static dev.birdsong.outbound.Outbounds.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.birdsong.outbound.RawServer.Script;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxyTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void asksTheProxyForATunnelAndDoesNotTakeItsWordForTheHosts() throws IOException {
        Script forbids = dialog -> {
            asked.add(dialog.request());
            dialog.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
        };
        try (RawServer proxy = new RawServer(forbids);
                ApacheOutbound outbound = Outbounds.toLocalhost(new Route.ByProxy("127.0.0.1", proxy.port()))) {
            assertThatIOException()
                    .isThrownBy(() -> body(outbound, URI.create("https://localhost/?secret")))
                    .withMessageContaining("the proxy let nobody through, with status 403");
            assertThat(asked).hasSize(1).first().asString().startsWith("CONNECT localhost:443 ");
        }
    }

    @Test
    void goesStraightToASimulator() throws IOException, InterruptedException {
        Script simulator = dialog -> {
            dialog.request();
            dialog.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        };
        try (RawServer server = new RawServer(simulator);
                ApacheOutbound outbound = Outbounds.with(
                        new OutboundPolicy(
                                List.of(),
                                List.of(new LoopbackPair("127.0.0.1", server.port())),
                                new Route.ByProxy("proxy.invalid", 3128),
                                List.of()),
                        Outbounds.SMALL)) {
            assertThat(body(outbound, Outbounds.uri(server.port(), "/"))).isEqualTo("ok");
        }
    }
}
