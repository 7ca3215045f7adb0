// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.outbound.ApacheOutbound.Surroundings;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.time.MonotonicClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Ways out to a server of this test.
final class Outbounds {

    /// Takes little, and waits as long as a busy machine needs.
    static final OutboundLimits SMALL = limits(Duration.ofSeconds(30));

    /// Takes little, and waits no longer than a test may last.
    static final OutboundLimits IMPATIENT = limits(Duration.ofMillis(300));

    private static final MonotonicClock CLOCK = new MonotonicClock() {
        @Override
        public String session() {
            return "test";
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    private Outbounds() {}

    private static OutboundLimits limits(Duration silence) {
        return new OutboundLimits(
                1_000,
                new OutboundLimits.Waits(Duration.ofSeconds(10), silence, Duration.ofMinutes(1), 1_000),
                new OutboundLimits.Sizes(5_000_000, 50, 100_000));
    }

    /// To one simulator.
    static ApacheOutbound to(int port) throws IOException {
        return to(port, OutboundLimits.DEFAULT);
    }

    static ApacheOutbound to(int port, OutboundLimits limits) throws IOException {
        return with(
                new OutboundPolicy(
                        List.of(), List.of(new LoopbackPair("127.0.0.1", port)), new Route.Direct(), List.of()),
                limits);
    }

    /// To `localhost`, listed by the operator.
    static ApacheOutbound toLocalhost(Route route, Path... caFiles) throws IOException {
        return with(
                new OutboundPolicy(List.of(new HostPattern("localhost")), List.of(), route, List.of(caFiles)), SMALL);
    }

    static ApacheOutbound with(OutboundPolicy policy, OutboundLimits limits) throws IOException {
        return new ApacheOutbound(
                policy,
                limits,
                new Surroundings(CLOCK, Thread::sleep, host -> List.of(InetAddress.getAllByName(host))));
    }

    static URI uri(int port, String target) {
        return URI.create("http://127.0.0.1:" + port + target);
    }

    /// The body of an answer, read to its end.
    static String body(ApacheOutbound outbound, URI uri) throws IOException, InterruptedException {
        try (Answer answer = outbound.get(uri, Map.of())) {
            return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
