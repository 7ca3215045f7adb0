// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.net.Proxy;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// The pool of connections. Sockets are those of channels, on which an interrupt ends a wait whatever the thread.
final class Connections extends PoolingHttpClientConnectionManagerBuilder {

    private static final int PER_HOST = 64;
    private static final int ALL = 1_024;
    private static final int MAX_LINE = 64 << 10;
    private static final int MAX_HEADERS = 500;
    private static final TimeValue LIFETIME = TimeValue.ofMinutes(10);

    private Connections() {}

    static PoolingHttpClientConnectionManager pool(DnsResolver resolver, SSLContext trust, OutboundLimits.Waits waits) {
        Timeout silence = Timeout.of(waits.silence());
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(waits.connect()))
                .setSocketTimeout(silence)
                .setTimeToLive(LIFETIME)
                .build();
        return new Connections()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(verifying(trust))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(MAX_LINE)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(connection)
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(silence).build())
                .setMaxConnPerRoute(PER_HOST)
                .setMaxConnTotal(ALL)
                .build();
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
            SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
        DetachedSocketFactory sockets = new ChannelSockets();
        return new DefaultHttpClientConnectionOperator(
                sockets,
                DefaultSchemePortResolver.INSTANCE,
                resolver,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build());
    }

    private static TlsSocketStrategy verifying(SSLContext trust) {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(trust)
                .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                .buildClassic();
    }

    private static final class ChannelSockets implements DetachedSocketFactory {

        @Override
        public Socket create(Proxy unused) throws java.io.IOException {
            return SocketChannel.open().socket();
        }
    }
}
