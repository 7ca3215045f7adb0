// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static dev.birdsong.outbound.Outbounds.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.outbound.RawServer.Script;
import dev.birdsong.spi.outbound.Answer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterruptTest {

    private final CountDownLatch waiting = new CountDownLatch(1);
    private final AtomicReference<String> ended = new AtomicReference<>("");

    static Stream<Thread.Builder> threads() {
        return Stream.of(
                Thread.ofPlatform().name("platform"), Thread.ofVirtual().name("virtual"));
    }

    @ParameterizedTest
    @MethodSource("threads")
    void endsTheWaitForAnAnswer(Thread.Builder threads) throws IOException, InterruptedException {
        Script silent = dialog -> {
            dialog.request();
            waiting.countDown();
            dialog.request();
        };
        try (RawServer server = new RawServer(silent);
                ApacheOutbound outbound = Outbounds.to(server.port())) {
            interruptOnceWaiting(
                    threads,
                    () -> outbound.get(uri(server.port(), "/"), Map.of()).close());
        }

        assertThat(ended.get()).isEqualTo("InterruptedException");
    }

    @ParameterizedTest
    @MethodSource("threads")
    void endsTheWaitForTheRestOfABody(Thread.Builder threads) throws IOException, InterruptedException {
        Script stalls = dialog -> {
            dialog.request();
            dialog.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
            dialog.request();
        };
        try (RawServer server = new RawServer(stalls);
                ApacheOutbound outbound = Outbounds.to(server.port())) {
            interruptOnceWaiting(threads, () -> {
                try (Answer answer = outbound.get(uri(server.port(), "/"), Map.of())) {
                    answer.body().read();
                    waiting.countDown();
                    answer.body().read();
                }
            });
        }

        assertThat(ended.get()).isEqualTo("InterruptedIOException");
    }

    @ParameterizedTest
    @MethodSource("threads")
    void endsTheWaitForTls(Thread.Builder threads) throws IOException, InterruptedException {
        Script silent = dialog -> {
            dialog.in().read();
            waiting.countDown();
            dialog.request();
        };
        OutboundPolicy policy =
                new OutboundPolicy(List.of(new HostPattern("localhost")), List.of(), new Route.Direct(), List.of());
        try (RawServer server = new RawServer(silent);
                ApacheOutbound outbound = Outbounds.with(policy, OutboundLimits.DEFAULT)) {
            URI uri = URI.create("https://localhost:" + server.port());
            interruptOnceWaiting(threads, () -> outbound.get(uri, Map.of()).close());
        }

        assertThat(ended.get()).isEqualTo("InterruptedException");
    }

    @Test
    void endsTheWaitForATurn() throws IOException, InterruptedException {
        OutboundLimits seldom = OutboundLimits.DEFAULT.withRequestsPerSecond(0.001);
        HostTurns turns = new HostTurns(new SettableClock(), Thread::sleep);
        turns.await("a", seldom.requestsPerSecond());

        interruptOnceWaiting(Thread.ofVirtual(), () -> {
            waiting.countDown();
            turns.await("a", seldom.requestsPerSecond());
        });

        assertThat(ended.get()).isEqualTo("InterruptedException");
    }

    private void interruptOnceWaiting(Thread.Builder threads, Work work) throws InterruptedException {
        Thread thread = threads.start(() -> {
            try {
                work.run();
                ended.set("without an interrupt");
            } catch (InterruptedException | InterruptedIOException stop) {
                ended.set(stop.getClass().getSimpleName());
            } catch (IOException other) {
                ended.set(other.toString());
            }
        });
        waiting.await();

        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(10))).as("ends at once").isTrue();
    }

    /// Waits for something.
    private interface Work {

        void run() throws IOException, InterruptedException;
    }
}
