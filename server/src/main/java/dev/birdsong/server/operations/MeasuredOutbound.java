// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.Outbound;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// The way out, and how often it is gone.
record MeasuredOutbound(Outbound outbound, MeterRegistry registry) implements Outbound {

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
        registry.counter("birdsong.requests", "outcome", outcome).increment();
    }
}
