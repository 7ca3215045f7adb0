// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static dev.birdsong.outbound.Outbounds.body;
import static dev.birdsong.outbound.Outbounds.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.birdsong.outbound.RawServer.Script;
import dev.birdsong.spi.outbound.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Script POLITE = dialog -> {
        while (!dialog.request().isEmpty()) {
            dialog.send(OK);
        }
    };
    private static final Script CLOSES_AT_THE_SECOND_REQUEST = dialog -> {
        dialog.request();
        dialog.send(OK);
        dialog.request();
    };
    private static final Script CLOSES_WITHOUT_AN_ANSWER = RawServer.Dialog::request;

    @Test
    void usesAConnectionAgainOnceItsAnswerWasRead() throws IOException, InterruptedException {
        try (RawServer server = new RawServer(POLITE);
                ApacheOutbound outbound = Outbounds.to(server.port())) {
            body(outbound, uri(server.port(), "/1"));
            try (Answer answer = outbound.get(uri(server.port(), "/2"), Map.of())) {
                answer.body().readNBytes(2);
            }
            body(outbound, uri(server.port(), "/3"));

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void asksOnceMoreWhereAKeptConnectionIsClosed() throws IOException, InterruptedException {
        try (RawServer server = new RawServer(CLOSES_AT_THE_SECOND_REQUEST, POLITE);
                ApacheOutbound outbound = Outbounds.to(server.port())) {
            body(outbound, uri(server.port(), "/1"));

            assertThat(body(outbound, uri(server.port(), "/2"))).isEqualTo("ok");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void asksOnceMoreAndNotTwice() throws IOException, InterruptedException {
        try (RawServer server = new RawServer(CLOSES_AT_THE_SECOND_REQUEST, CLOSES_WITHOUT_AN_ANSWER, POLITE);
                ApacheOutbound outbound = Outbounds.to(server.port())) {
            body(outbound, uri(server.port(), "/1"));

            assertThatIOException()
                    .isThrownBy(() -> body(outbound, uri(server.port(), "/2")))
                    .withMessage("127.0.0.1:" + server.port() + " closed the connection without an answer");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void doesNotAskAgainOnANewConnection() throws IOException {
        try (RawServer server = new RawServer(CLOSES_WITHOUT_AN_ANSWER, POLITE);
                ApacheOutbound outbound = Outbounds.to(server.port())) {
            assertThatIOException()
                    .isThrownBy(() -> body(outbound, uri(server.port(), "/")))
                    .withMessageContaining("closed the connection without an answer");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void saysThatAnAnswerWasCut() throws IOException {
        Script cutByLength = dialog -> {
            dialog.request();
            dialog.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"incidents\": [");
        };
        Script cutByChunk = dialog -> {
            dialog.request();
            dialog.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n");
        };
        Script cutInAChunk = dialog -> {
            dialog.request();
            dialog.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n12345");
        };
        try (RawServer server = new RawServer(cutByLength, cutByChunk, cutInAChunk);
                ApacheOutbound outbound = Outbounds.to(server.port())) {
            for (int i = 0; i < 3; i++) {
                assertThatIOException()
                        .isThrownBy(() -> body(outbound, uri(server.port(), "/")))
                        .withMessage("the answer of 127.0.0.1:" + server.port() + " was cut off");
            }
        }
    }

    @Test
    void waitsOnlySoLongForAByte() throws IOException {
        Script silent = dialog -> {
            dialog.request();
            dialog.request();
        };
        Script silentInTheBody = dialog -> {
            dialog.request();
            dialog.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
            dialog.request();
        };
        try (RawServer server = new RawServer(silent, silentInTheBody);
                ApacheOutbound outbound = Outbounds.to(server.port(), Outbounds.IMPATIENT)) {
            for (int i = 0; i < 2; i++) {
                assertThatIOException()
                        .isThrownBy(() -> body(outbound, uri(server.port(), "/")))
                        .withMessage("127.0.0.1:" + server.port() + " sent nothing for 300 ms");
            }
        }
    }

    @Test
    void waitsOnlySoLongForTheHeadOfAnAnswer() throws IOException {
        OutboundLimits limits = new OutboundLimits(
                10,
                new OutboundLimits.Waits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMillis(200), 1_000),
                OutboundLimits.DEFAULT.sizes());
        Script trickles = dialog -> {
            dialog.request();
            dialog.send("HTTP/1.1 200 OK\r\nX-Slow: a");
            dialog.request();
        };
        try (RawServer server = new RawServer(trickles);
                ApacheOutbound outbound = Outbounds.to(server.port(), limits)) {
            assertThatIOException()
                    .isThrownBy(() -> body(outbound, uri(server.port(), "/")))
                    .withMessageContaining("did not begin within");
        }
    }

    @Test
    void dropsAHalfReadAnswerWithoutReadingTheRest() throws IOException, InterruptedException {
        AtomicLong sent = new AtomicLong();
        CountDownLatch dropped = new CountDownLatch(1);
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        Script endless = dialog -> {
            dialog.request();
            try {
                dialog.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                while (true) {
                    dialog.send(chunk);
                    sent.addAndGet(chunk.length());
                }
            } finally {
                dropped.countDown();
            }
        };
        try (RawServer server = new RawServer(endless);
                ApacheOutbound outbound = Outbounds.to(server.port())) {
            try (Answer answer = outbound.get(uri(server.port(), "/"), Map.of())) {
                assertThat(answer.body().read()).isEqualTo('x');
            }

            assertThat(dropped.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(sent.get()).isLessThan(64 << 20);
        }
    }
}
