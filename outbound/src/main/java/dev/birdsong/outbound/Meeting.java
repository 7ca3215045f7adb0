// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.outbound.Reached;
import dev.birdsong.spi.outbound.Reached.Certificate;
import dev.birdsong.spi.outbound.Reached.Tls;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.protocol.HttpClientContext;

/// Says whom a request reached.
final class Meeting {

    private Meeting() {}

    static Reached in(HttpClientContext context) {
        String address = Optional.ofNullable(context.getEndpointDetails())
                .map(connection -> address(connection.getRemoteAddress()))
                .orElse("");
        return new Reached(address, Optional.ofNullable(context.getSSLSession()).flatMap(Meeting::tls));
    }

    private static String address(SocketAddress remote) {
        return remote instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress().getHostAddress()
                : "";
    }

    private static Optional<Tls> tls(SSLSession session) {
        try {
            List<Certificate> chain = Stream.of(session.getPeerCertificates())
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .map(Meeting::certificate)
                    .toList();
            return Optional.of(new Tls(session.getProtocol(), chain));
        } catch (SSLPeerUnverifiedException nobody) {
            return Optional.empty();
        }
    }

    private static Certificate certificate(X509Certificate x509) {
        return new Certificate(
                x509.getSubjectX500Principal().getName(),
                x509.getIssuerX500Principal().getName(),
                x509.getNotAfter().toInstant());
    }
}
