// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.outbound.OutboundException;
import java.io.IOException;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// A client that does what it is told, once: no redirects, no cookies, no sign-in, no retries, no unpacking.
final class Clients {

    private static final String REACHED = "birdsong.reached";

    private Clients() {}

    static CloseableHttpClient on(HttpClientConnectionManager pool, Route route, OutboundLimits.Waits waits) {
        return HttpClientBuilder.create()
                .setConnectionManager(pool)
                .setRoutePlanner(new Routes(route))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(waits.window()))
                        .setResponseTimeout(Timeout.of(waits.silence()))
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Birdsong")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableConnectionState()
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), REACHED, (request, scope, chain) -> {
                    scope.clientContext.setAttribute(REACHED, true);
                    return chain.proceed(request, scope);
                })
                .build();
    }

    /// A proxy that lets nobody through answers in the host's stead: what it says must not pass for the host's word.
    static void checkThatHostAnswered(ClassicHttpResponse response, HttpClientContext context) throws IOException {
        if (context.getAttribute(REACHED) == null) {
            throw new OutboundException(
                    OutboundException.Kind.PROXY_REFUSED,
                    "the proxy let nobody through, with status " + response.getCode());
        }
    }

    private static final class Routes extends DefaultRoutePlanner {

        private final Route route;

        Routes(Route route) {
            super(null);
            this.route = route;
        }

        @Override
        protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
            return route instanceof Route.ByProxy(String host, int port) && "https".equals(target.getSchemeName())
                    ? new HttpHost("http", host, port)
                    : null;
        }
    }
}
