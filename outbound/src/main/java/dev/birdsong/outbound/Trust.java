// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Whose signature makes a host's certificate good: the JDK's authorities and the operator's.
public final class Trust {

    private Trust() {}

    /// TLS that trusts these beside the JDK's.
    ///
    /// @param caFiles certificates of authorities, PEM
    /// @throws IOException if a file holds no certificates
    public static SSLContext with(List<Path> caFiles) throws IOException {
        List<Certificate> authorities = new ArrayList<>();
        for (Path file : caFiles) {
            authorities.addAll(read(file));
        }
        try {
            authorities.addAll(jdk());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store(authorities)).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IOException("cannot set up TLS: this JDK lacks what it needs", broken);
        }
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException {
        byte[] pem;
        try {
            pem = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new IOException(
                    "cannot read the ca-file " + file + "; check that it is there and readable", unreadable);
        }
        return parse(file, pem);
    }

    private static Collection<? extends Certificate> parse(Path file, byte[] pem) throws IOException {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (found.isEmpty()) {
                throw new IOException("no certificate in the ca-file " + file + "; it takes PEM");
            }
            return found;
        } catch (GeneralSecurityException broken) {
            throw new IOException("cannot read the certificates in the ca-file " + file + "; it takes PEM", broken);
        }
    }

    private static List<X509Certificate> jdk() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
                .toList();
    }

    private static KeyStore store(List<Certificate> authorities) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        return store;
    }

    private static TrustManagerFactory managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
