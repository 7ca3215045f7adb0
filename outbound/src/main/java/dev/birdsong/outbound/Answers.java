// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.Reached;
import dev.birdsong.spi.time.MonotonicClock;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;

/// Makes an answer of what a host sent, its body still to be read.
final class Answers {

    private final OutboundLimits limits;
    private final MonotonicClock clock;

    Answers(OutboundLimits limits, MonotonicClock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    Answer of(HttpHost host, ClassicHttpResponse response, Reached reached, Runnable abort) throws IOException {
        Map<String, String> headers = headers(response);
        PackedStream packed = packed(response);
        InputStream content =
                switch (headers.getOrDefault("content-encoding", "identity").toLowerCase(Locale.ROOT)) {
                    case "identity" -> packed;
                    case "gzip", "x-gzip" -> new UnpackedStream(packed, limits.sizes());
                    default -> throw new IOException("it is packed in a way that we did not ask for");
                };
        Failures failures = new Failures(host.toHostString(), limits.waits());
        return new Answer(
                response.getCode(),
                headers,
                new BodyStream(content, failures, limits.sizes().unpacked(), abort),
                reached);
    }

    private PackedStream packed(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        Pace pace = new Pace(limits.waits());
        return entity == null
                ? new PackedStream(InputStream.nullInputStream(), 0, pace, clock)
                : new PackedStream(entity.getContent(), entity.getContentLength(), pace, clock);
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        return headers;
    }
}
