// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import dev.birdsong.settings.MessageSettings.Login;
import dev.birdsong.settings.MessageSettings.Smtp;
import dev.birdsong.settings.MessageSettings.Tls;
import dev.birdsong.spi.connector.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Checks how people are told what needs them.
record MessageCheck(Values values) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9a-fA-F:]+");
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^@<>,;\"]]+@[A-Za-z0-9.-]+");
    private static final Pattern LOOPBACK = Pattern.compile("127\\.[0-9.]+|localhost|::1");

    MessageSettings settings() {
        List<String> hosts = values.list(
                Setting.ALLOWED_WEBHOOKS,
                text -> ConsoleCheck.HOST_PATTERN.matcher(text).matches() || isLoopbackPair(text),
                "a host name, a pattern such as *.example.com, or a loopback address with its port");
        return new MessageSettings(
                smtp(),
                hosts.stream()
                        .filter(Predicate.not(MessageCheck::isLoopbackPair))
                        .toList(),
                hosts.stream().filter(MessageCheck::isLoopbackPair).toList(),
                publicUrl());
    }

    private static boolean isLoopbackPair(String text) {
        return ConsoleCheck.LOOPBACK.matcher(text).matches();
    }

    private Optional<Smtp> smtp() {
        Tls tls = tls();
        Optional<String> host = values.optional(Setting.SMTP_HOST);
        Optional<Login> login = login();
        Optional<String> from = values.optional(Setting.SMTP_FROM);
        from.filter(text -> !ADDRESS.matcher(text).matches())
                .ifPresent(text -> values.wrong(Setting.SMTP_FROM, text, "an address such as birdsong@example.com"));
        host.ifPresent(name -> checkHost(name, from, login, tls));
        if (host.isEmpty() && (login.isPresent() || from.isPresent())) {
            values.problem("'smtp.host' is not set, but other smtp settings are: set it, or none of them");
        }
        int port = values.optional(Setting.SMTP_PORT).isPresent() ? values.port(Setting.SMTP_PORT) : tls.usualPort();
        return host.map(name -> new Smtp(name, port, login, from.orElse(""), tls));
    }

    private void checkHost(String host, Optional<String> from, Optional<Login> login, Tls tls) {
        if (!HOST.matcher(host).matches()) {
            values.wrong(Setting.SMTP_HOST, host, "a host name such as mail.example.com");
        }
        if (from.isEmpty()) {
            values.problem("'smtp.from' is not set, but 'smtp.host' is: set the address that mails come from");
        }
        if (login.isPresent() && tls == Tls.NONE && !LOOPBACK.matcher(host).matches()) {
            values.problem("'smtp.tls' is 'none', which would send smtp.password in the clear: use starttls or tls");
        }
    }

    private Tls tls() {
        String text = values.text(Setting.SMTP_TLS);
        return Arrays.stream(Tls.values())
                .filter(tls -> tls.label().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    values.wrong(Setting.SMTP_TLS, text, "starttls, tls or none");
                    return Tls.STARTTLS;
                });
    }

    private Optional<Login> login() {
        Optional<String> username = values.optional(Setting.SMTP_USERNAME);
        Optional<Secret> password = values.optional(Setting.SMTP_PASSWORD).map(Secret::new);
        if (username.isPresent() != password.isPresent()) {
            values.problem("set both 'smtp.username' and 'smtp.password', or neither");
        }
        return username.flatMap(name -> password.map(secret -> new Login(name, secret)));
    }

    private Optional<URI> publicUrl() {
        Optional<String> text = values.optional(Setting.PUBLIC_URL);
        Optional<URI> url = text.flatMap(MessageCheck::url);
        if (text.isPresent() && url.isEmpty()) {
            values.wrong(Setting.PUBLIC_URL, text.get(), "an address such as https://birdsong.example.com");
        }
        return url;
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text.replaceFirst("/+$", "")))
                    .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    .filter(uri -> uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
