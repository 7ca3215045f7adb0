// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.Outbound;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// The way out, and how often it is gone: summed over connectors, since of those there are many.
///
/// @param purpose what it is gone for
record MeasuredOutbound(Outbound outbound, Tags purpose, MeterRegistry registry) implements Outbound {

    /// For what is not a round: tests and pings.
    static MeasuredOutbound forChecks(Outbound outbound, MeterRegistry registry) {
        return new MeasuredOutbound(outbound, purpose("", "check"), registry);
    }

    /// For rounds of a content type.
    static MeasuredOutbound forRounds(
            Outbound outbound, String connectorType, String contentType, MeterRegistry registry) {
        return new MeasuredOutbound(outbound, purpose(connectorType, contentType), registry);
    }

    private static Tags purpose(String connectorType, String contentType) {
        return Tags.of("type", connectorType, "content_type", contentType);
    }

    @Override
    public Answer get(URI uri, Map<String, String> headers) throws IOException, InterruptedException {
        try {
            Answer answer = outbound.get(uri, headers);
            count(answer.status() / 100 + "xx");
            return answer;
        } catch (IOException e) {
            count("no answer");
            throw e;
        }
    }

    private void count(String outcome) {
        registry.counter("birdsong.requests", purpose.and("outcome", outcome)).increment();
    }
}
