// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.birdsong.server.parts.WayOut;
import dev.birdsong.settings.MessageSettings.Login;
import dev.birdsong.settings.MessageSettings.Smtp;
import dev.birdsong.settings.MessageSettings.Tls;
import dev.birdsong.settings.Settings;
import dev.birdsong.settings.SettingsReader;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.record.Document;
import dev.birdsong.testkit.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mail server of a company: its certificate is signed by the company, and it wants a login.
class ProtectedMailTest {

    private static final Message MESSAGE = new Message("a subject", "a text", Document.of("{}"));
    private static final String PASSWORD = "the password of the mailbox";
    private static final GreenMail MAILS =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort()});

    @TempDir
    private static Path folder;

    private static Path authority = Path.of("");

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        TestCertificate certificate = TestCertificate.make(folder, "localhost");
        authority = certificate.pem();
        System.setProperty("greenmail.tls.keystore.file", certificate.store().toString());
        System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
        MAILS.setUser("birdsong@example.com", "birdsong", PASSWORD);
        MAILS.start();
    }

    @AfterAll
    static void stop() {
        MAILS.stop();
    }

    @Test
    void takesAMailOverTlsFromWhomItKnows() {
        Sending sending = mails(login(PASSWORD), Map.of("BIRDSONG_CA_FILE", authority.toString()))
                .send("soc@example.com", MESSAGE);

        assertThat(sending).isEqualTo(new Sending.Taken());
        assertThat(MAILS.getReceivedMessagesForDomain("soc@example.com")).hasSize(1);
    }

    @Test
    void tellsOfAWrongPasswordWithoutSayingIt() {
        Sending sending = mails(login("a wrong password"), Map.of("BIRDSONG_CA_FILE", authority.toString()))
                .send("wrong@example.com", MESSAGE);

        assertThat(problem(sending))
                .contains("localhost:" + MAILS.getSmtps().getPort(), "535")
                .doesNotContain("a wrong password");
        assertThat(MAILS.getReceivedMessagesForDomain("wrong@example.com")).isEmpty();
    }

    @Test
    void isToldNothingWhereItsCertificateIsNotTrusted() {
        Sending sending = mails(login(PASSWORD), Map.of()).send("unsure@example.com", MESSAGE);

        assertThat(problem(sending)).contains("localhost:" + MAILS.getSmtps().getPort(), "PKIX", "set ca-file");
        assertThat(MAILS.getReceivedMessagesForDomain("unsure@example.com")).isEmpty();
    }

    @Test
    void isToldNothingInTheClearWhereItCannotGoOverToTls() {
        var clear = new Smtp(
                "localhost", MAILS.getSmtp().getPort(), Optional.empty(), "birdsong@example.com", Tls.STARTTLS);

        Sending sending = mails(clear, Map.of()).send("clear@example.com", MESSAGE);

        assertThat(problem(sending)).contains("STARTTLS is required");
        assertThat(MAILS.getReceivedMessagesForDomain("clear@example.com")).isEmpty();
    }

    private static Smtp login(String password) {
        return new Smtp(
                "localhost",
                MAILS.getSmtps().getPort(),
                Optional.of(new Login("birdsong", new Secret(password))),
                "birdsong@example.com",
                Tls.TLS);
    }

    private static Mails mails(Smtp smtp, Map<String, String> environment) {
        Settings settings = SettingsReader.read(Optional.empty(), environment);
        return new Mails(Optional.of(smtp), WayOut.trust(settings.consoles()), Clock.systemUTC());
    }

    private static String problem(Sending sending) {
        return sending instanceof Sending.Refused(String problem, boolean _) ? problem : "";
    }
}
