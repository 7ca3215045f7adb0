// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks which consoles may be asked, and how.
record ConsoleCheck(Values values) {

    static final Pattern HOST_PATTERN = Pattern.compile("(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    static final Pattern LOOPBACK = Pattern.compile("(127\\.[0-9.]+|localhost|\\[::1]):[0-9]{1,5}");

    ConsoleSettings settings() {
        return new ConsoleSettings(
                values.list(Setting.ALLOWED_CONSOLES, HOST_PATTERN, "a host name or a pattern such as *.canary.tools"),
                values.list(
                        Setting.INSECURE_CONSOLES,
                        LOOPBACK,
                        "a loopback address with its port such as 127.0.0.1:18080"),
                proxy(),
                values.readableFile(Setting.CA_FILE));
    }

    private Optional<URI> proxy() {
        Optional<String> text = values.optional(Setting.PROXY);
        Optional<URI> proxy = text.flatMap(ConsoleCheck::proxy);
        if (text.isPresent() && proxy.isEmpty()) {
            values.wrong(Setting.PROXY, text.get(), "an address such as http://proxy.example:3128");
        }
        return proxy;
    }

    private static Optional<URI> proxy(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(uri -> uri.getHost() != null && uri.getPort() > 0 && "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
