// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.connector;

import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.HostRefusedException;
import dev.birdsong.spi.outbound.Outbound;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// A plain way out to a simulator on this machine, and nowhere else.
public final class LoopbackOutbound implements Outbound, AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Duration patience;

    /// @param patience how long to wait for the beginning of an answer
    public LoopbackOutbound(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Answer get(URI uri, Map<String, String> headers) throws IOException, InterruptedException {
        if (!uri.getHost().equals("127.0.0.1") && !uri.getHost().equals("localhost")) {
            throw new HostRefusedException(uri.getHost() + " is not on this machine");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience);
        headers.forEach(request::header);
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        Map<String, String> last = response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getLast()));
        return new Answer(response.statusCode(), last, response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
