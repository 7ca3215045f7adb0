// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.outbound.ApacheOutbound.Surroundings;
import dev.birdsong.spi.outbound.Answer;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/// Asks a host that was let through, and once more only where a kept connection turns out to be closed.
final class Exchanges implements AutoCloseable {

    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;
    private final Deadlines deadlines;
    private final Answers answers;

    Exchanges(OutboundPolicy policy, OutboundLimits limits, Surroundings surroundings) throws IOException {
        OutboundLimits.Waits waits = limits.waits();
        this.pool = Connections.pool(
                new CheckedResolver(policy, surroundings.names(), waits.connect()),
                Trust.with(policy.caFiles()),
                waits);
        this.client = Clients.on(pool, policy.route(), waits);
        this.deadlines = new Deadlines(waits.window());
        this.answers = new Answers(limits, surroundings.clock());
    }

    Answer get(HttpHost host, String target, Map<String, String> headers) throws IOException {
        return ask(host, () -> new HttpGet(URI.create(host.toURI() + target)), headers);
    }

    Answer post(HttpHost host, String target, Map<String, String> headers, byte[] json) throws IOException {
        return ask(host, () -> posting(URI.create(host.toURI() + target), json), headers);
    }

    private static HttpUriRequestBase posting(URI uri, byte[] json) {
        HttpPost request = new HttpPost(uri);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        return request;
    }

    private Answer ask(HttpHost host, Supplier<HttpUriRequestBase> asked, Map<String, String> headers)
            throws IOException {
        HttpClientContext context = HttpClientContext.create();
        try {
            return once(host, asked.get(), headers, context);
        } catch (NoHttpResponseException | SocketException failure) {
            if (!wasKept(context)) {
                throw failure;
            }
            // what else was kept may be as old
            pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
            return once(host, asked.get(), headers, HttpClientContext.create());
        }
    }

    @Override
    public void close() {
        deadlines.close();
        client.close(CloseMode.IMMEDIATE);
    }

    private Answer once(
            HttpHost host, HttpUriRequestBase request, Map<String, String> headers, HttpClientContext context)
            throws IOException {
        headers.forEach(request::setHeader);
        request.setHeader("Accept-Encoding", "gzip");
        ClassicHttpResponse response =
                deadlines.within(request::cancel, () -> client.executeOpen(host, request, context));
        try {
            Clients.checkThatHostAnswered(response, context);
            return answers.of(host, response, Meeting.in(context), request::cancel);
        } catch (IOException failure) {
            request.cancel();
            throw failure;
        }
    }

    private static boolean wasKept(HttpClientContext context) {
        return !Thread.currentThread().isInterrupted()
                && Optional.ofNullable(context.getEndpointDetails())
                        .filter(connection -> connection.getResponseCount() > 0)
                        .isPresent();
    }
}
