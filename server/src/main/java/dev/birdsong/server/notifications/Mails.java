// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.settings.MessageSettings.Login;
import dev.birdsong.settings.MessageSettings.Smtp;
import dev.birdsong.settings.MessageSettings.Tls;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/// Sends mails through the operator's server.
///
/// @param smtp empty: none is set
/// @param tls trusts the server's certificate, where it is protected by one
record Mails(Optional<Smtp> smtp, SSLContext tls, InstantSource clock) {

    private static final String CONNECT_MILLIS = "10000";
    private static final String SILENCE_MILLIS = "30000";
    private static final int FOR_GOOD = 500;

    /// Tries once.
    Sending send(String recipient, Message message) {
        return smtp.map(server -> send(server, recipient, message))
                .orElseGet(() -> new Sending.Refused("no mail server is set: set smtp.host", false));
    }

    private Sending send(Smtp server, String recipient, Message message) {
        try {
            Session session = Session.getInstance(properties(server));
            Address[] to = {new InternetAddress(recipient, true)};
            MimeMessage mail = mail(session, server, message);
            mail.setRecipients(jakarta.mail.Message.RecipientType.TO, to);
            mail.saveChanges();
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(
                        server.host(),
                        server.port(),
                        server.login().map(Login::username).orElse(null),
                        server.login().map(login -> login.password().reveal()).orElse(null));
                transport.sendMessage(mail, to);
            }
            return new Sending.Taken();
        } catch (MessagingException e) {
            return refused(server, e);
        }
    }

    private MimeMessage mail(Session session, Smtp server, Message message) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(server.from(), true));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setText(message.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private Properties properties(Smtp server) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.tls() == Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(server.tls() == Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.tls() == Tls.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", SILENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", SILENCE_MILLIS);
        return properties;
    }

    private static Sending refused(Smtp server, MessagingException failure) {
        boolean forGood = failure.getNextException() instanceof SMTPAddressFailedException address
                && address.getReturnCode() >= FOR_GOOD;
        String told = forGood ? failure.getNextException().getMessage() : reason(failure);
        return new Sending.Refused(
                "the mail server " + server.host() + ":" + server.port() + " did not take it: " + told, !forGood);
    }

    private static String reason(MessagingException failure) {
        return failure.getNextException() instanceof SSLHandshakeException untrusted
                ? untrusted.getMessage() + "; if your own authority signed its certificate, set ca-file"
                : String.valueOf(failure.getMessage());
    }
}
