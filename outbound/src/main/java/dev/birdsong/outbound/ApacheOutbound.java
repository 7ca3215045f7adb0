// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.spi.time.MonotonicClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHost;

/// The way out on Apache HttpClient: one client for all hosts and threads.
///
/// An interrupt ends a wait at once, on virtual threads and on others; in the middle of a body it ends in an
/// [java.io.InterruptedIOException], with the thread's interrupt still set.
public final class ApacheOutbound implements Outbound, AutoCloseable {

    private static final double SIMULATOR_RATE = 1_000;

    private final Gate gate;
    private final OutboundLimits limits;
    private final HostTurns turns;
    private final Exchanges exchanges;

    /// With the limits that the design asks for.
    ///
    /// @throws IOException if the CA file cannot be read
    public ApacheOutbound(OutboundPolicy policy, MonotonicClock clock) throws IOException {
        this(policy, OutboundLimits.DEFAULT, clock);
    }

    /// @throws IOException if the CA file cannot be read
    public ApacheOutbound(OutboundPolicy policy, OutboundLimits limits, MonotonicClock clock) throws IOException {
        this(policy, limits, new Surroundings(clock, Thread::sleep, host -> List.of(InetAddress.getAllByName(host))));
    }

    ApacheOutbound(OutboundPolicy policy, OutboundLimits limits, Surroundings surroundings) throws IOException {
        this.gate = new Gate(policy);
        this.limits = limits;
        this.turns = new HostTurns(surroundings.clock(), surroundings.pause());
        this.exchanges = new Exchanges(policy, limits, surroundings);
    }

    @Override
    public Answer get(URI uri, Map<String, String> headers) throws IOException, InterruptedException {
        return exchange(uri, host -> exchanges.get(host, target(uri), headers));
    }

    /// Sends JSON once, as [#get] asks; where a kept connection turns out to be closed, once more.
    ///
    /// @return the answer, whatever its status; the caller closes it
    public Answer post(URI uri, Map<String, String> headers, byte[] json) throws IOException, InterruptedException {
        return exchange(uri, host -> exchanges.post(host, target(uri), headers, json));
    }

    private Answer exchange(URI uri, Exchange exchange) throws IOException, InterruptedException {
        HttpHost host = gate.admit(uri);
        turns.await(host.toHostString(), rate(host));
        try {
            Answer answer = exchange.with(host);
            turns.answered(host.toHostString(), answer.status());
            return answer;
        } catch (IOException failure) {
            if (Thread.interrupted()) {
                throw stopped(failure);
            }
            throw new Failures(host.toHostString(), limits.waits()).explain(failure);
        }
    }

    /// Breaks off whatever is still under way.
    @Override
    public void close() {
        exchanges.close();
    }

    private double rate(HttpHost host) {
        return "http".equals(host.getSchemeName()) ? SIMULATOR_RATE : limits.requestsPerSecond();
    }

    private static String target(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static InterruptedException stopped(IOException failure) {
        InterruptedException stopped = new InterruptedException("interrupted while an answer was awaited");
        stopped.initCause(failure);
        return stopped;
    }

    private interface Exchange {

        Answer with(HttpHost host) throws IOException;
    }

    /// What differs in tests.
    ///
    /// @param clock how long something has lasted
    /// @param pause how a turn is awaited
    /// @param names how hosts are found
    record Surroundings(MonotonicClock clock, Pause pause, Names names) {}
}
