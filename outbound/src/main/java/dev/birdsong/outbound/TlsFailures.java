// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Says for people why TLS with a host failed.
final class TlsFailures {

    private TlsFailures() {}

    static String reason(String host, SSLException failure) {
        // the innermost cause is the most exact
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> known(host, cause).stream())
                .reduce((outer, inner) -> inner)
                .orElse("no TLS with " + host + ": " + failure.getMessage());
    }

    private static Optional<String> known(String host, Throwable cause) {
        return switch (cause) {
            case CertificateExpiredException _ -> Optional.of("the certificate of " + host + " has expired");
            case CertificateNotYetValidException _ ->
                Optional.of("the certificate of " + host + " is not valid yet; check the clock of this machine");
            case CertPathBuilderException _, CertPathValidatorException _ ->
                Optional.of("the certificate of " + host + " is signed by nobody we trust; if it is right, put its"
                        + " authority into ca-file");
            case CertificateException _, SSLPeerUnverifiedException _ ->
                Optional.of("the certificate of " + host + " is for another name");
            default -> Optional.empty();
        };
    }
}
