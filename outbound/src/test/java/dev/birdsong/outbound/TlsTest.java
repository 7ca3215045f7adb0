// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static dev.birdsong.outbound.Outbounds.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.testkit.TestCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final Route DIRECT = new Route.Direct();

    private static TestCertificate selfSigned = new TestCertificate(Path.of(""), Path.of(""));

    @TempDir
    private Path folder = Path.of("");

    private final HttpsServer server =
            HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    private final URI uri =
            URI.create("https://localhost:" + server.getAddress().getPort() + "/?secret");

    TlsTest() throws IOException {}

    @BeforeAll
    static void certify(@TempDir Path folder) throws IOException, InterruptedException {
        selfSigned = TestCertificate.make(folder, "localhost");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void refusesACertificateThatNobodySigned() throws Exception {
        serve(selfSigned);

        refusesSaying("the certificate of " + uri.getAuthority() + " is signed by nobody we trust; if it is right, put"
                + " its authority into ca-file");
    }

    @Test
    void acceptsItWithItsAuthorityFile() throws Exception {
        TestCertificate certificate = serve(selfSigned);

        try (ApacheOutbound outbound = Outbounds.toLocalhost(DIRECT, certificate.pem())) {
            assertThat(body(outbound, uri)).isEqualTo("ok");
        }
    }

    @Test
    void tellsWhomItReachedOnNewConnectionsAndKeptOnes() throws Exception {
        TestCertificate certificate = serve(TestCertificate.signed(folder, "localhost", "-validity", "30"));

        try (ApacheOutbound outbound = Outbounds.toLocalhost(DIRECT, certificate.pem())) {
            for (int i = 0; i < 2; i++) {
                try (Answer answer = outbound.get(uri, Map.of())) {
                    answer.body().readAllBytes();
                    assertThat(answer.reached().address()).isEqualTo("127.0.0.1");
                    assertThat(answer.reached().tls()).hasValueSatisfying(tls -> {
                        assertThat(tls.protocol()).isEqualTo("TLSv1.3");
                        assertThat(tls.chain()).hasSize(2);
                        assertThat(tls.chain().getFirst().subject()).contains("CN=localhost");
                        assertThat(tls.chain().getFirst().issuer()).contains("CN=authority");
                        assertThat(tls.chain().getFirst().expires())
                                .isBetween(
                                        Instant.now().plus(29, ChronoUnit.DAYS),
                                        Instant.now().plus(31, ChronoUnit.DAYS));
                    });
                }
            }
        }
    }

    @Test
    void refusesACertificateForAnotherName() throws Exception {
        TestCertificate certificate = serve(TestCertificate.make(folder, "other.example"));

        refusesSaying("the certificate of " + uri.getAuthority() + " is for another name", certificate.pem());
    }

    @Test
    void refusesACertificateThatHasExpired() throws Exception {
        TestCertificate certificate =
                serve(TestCertificate.signed(folder, "localhost", "-startdate", "-10d", "-validity", "5"));

        refusesSaying("the certificate of " + uri.getAuthority() + " has expired", certificate.pem());
    }

    @Test
    void refusesACertificateThatIsNotYetValid() throws Exception {
        TestCertificate certificate = serve(TestCertificate.signed(folder, "localhost", "-startdate", "+10d"));

        refusesSaying(
                "the certificate of " + uri.getAuthority() + " is not valid yet; check the clock of this machine",
                certificate.pem());
    }

    @Test
    void saysThatAHostSpeaksNoTls() throws IOException {
        try (RawServer plain = new RawServer(dialog -> dialog.send("HTTP/1.1 400 Bad Request\r\n\r\n"));
                ApacheOutbound outbound = Outbounds.toLocalhost(DIRECT)) {
            assertThatIOException()
                    .isThrownBy(() -> body(outbound, URI.create("https://localhost:" + plain.port())))
                    .withMessageStartingWith("no TLS with localhost:" + plain.port());
        }
    }

    @Test
    void waitsOnlySoLongForTls() throws IOException {
        try (RawServer silent = new RawServer(RawServer.Dialog::request);
                ApacheOutbound outbound = Outbounds.with(
                        new OutboundPolicy(List.of(new HostPattern("localhost")), List.of(), DIRECT, List.of()),
                        Outbounds.IMPATIENT)) {
            assertThatIOException()
                    .isThrownBy(() -> body(outbound, URI.create("https://localhost:" + silent.port())))
                    .withMessageStartingWith("localhost:" + silent.port() + " did not take the connection in time");
        }
    }

    @Test
    void dropsAHalfReadAnswerWithoutReadingTheRest() throws Exception {
        TestCertificate certificate = serve(selfSigned);
        CountDownLatch dropped = new CountDownLatch(1);
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[1 << 16]);
                }
            } finally {
                dropped.countDown();
            }
        });

        try (ApacheOutbound outbound = Outbounds.toLocalhost(DIRECT, certificate.pem())) {
            try (Answer answer = outbound.get(uri.resolve("/endless"), Map.of())) {
                assertThat(answer.body().read()).isZero();
            }

            assertThat(dropped.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void saysWhatIsWrongWithAnAuthorityFile() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
        Path missing = folder.resolve("missing.pem");

        assertThatIOException()
                .isThrownBy(() -> Outbounds.toLocalhost(DIRECT, empty))
                .withMessage("no certificate in the ca-file " + empty + "; it takes PEM");
        assertThatIOException()
                .isThrownBy(() -> Outbounds.toLocalhost(DIRECT, nonsense))
                .withMessage("cannot read the certificates in the ca-file " + nonsense + "; it takes PEM");
        assertThatIOException()
                .isThrownBy(() -> Outbounds.toLocalhost(DIRECT, missing))
                .withMessage("cannot read the ca-file " + missing + "; check that it is there and readable");
    }

    private void refusesSaying(String message, Path... caFiles) throws IOException {
        try (ApacheOutbound outbound = Outbounds.toLocalhost(DIRECT, caFiles)) {
            assertThatIOException().isThrownBy(() -> body(outbound, uri)).withMessage(message);
        }
    }

    private TestCertificate serve(TestCertificate certificate) throws IOException, GeneralSecurityException {
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return certificate;
    }
}
