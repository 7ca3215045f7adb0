// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import dev.birdsong.settings.ServerSettings.Listen;
import dev.birdsong.settings.ServerSettings.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks where the server listens. Another address than loopback needs TLS, here or at a proxy.
record ServerCheck(Values values) {

    private static final Pattern LOOPBACK = Pattern.compile("127\\.[0-9.]+|localhost|::1|\\[::1]");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):([0-9]{1,5})");
    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F.:]+(/[0-9]{1,3})?");

    ServerSettings settings() {
        Optional<Tls> tls = tls();
        boolean behindProxy = values.flag(Setting.BEHIND_PROXY);
        var listen = new Listen(values.text(Setting.ADDRESS), values.port(Setting.PORT));
        if (!LOOPBACK.matcher(listen.address()).matches() && tls.isEmpty() && !behindProxy) {
            values.problem("'address' is '" + listen.address() + "', which others can reach, without TLS: set"
                    + " tls.certificate and tls.private-key, or behind-proxy: true where a proxy has the certificate");
        }
        return new ServerSettings(listen, metrics(), tls, behindProxy, trusted(behindProxy), geoip());
    }

    private List<Path> geoip() {
        return values
                .list(Setting.GEOIP, file -> Files.isReadable(Path.of(file)), "readable .mmdb files of MaxMind")
                .stream()
                .map(Path::of)
                .toList();
    }

    private List<String> trusted(boolean behindProxy) {
        List<String> trusted = values.list(
                Setting.TRUSTED_PROXIES, NETWORK, "an address or a network such as 10.0.0.5 or 10.0.0.0/24");
        if (!behindProxy && !trusted.isEmpty()) {
            values.problem("'trusted-proxies' is set, but 'behind-proxy' is not true: set both or neither");
        }
        return trusted;
    }

    private Optional<Listen> metrics() {
        Optional<String> text = values.optional(Setting.METRICS_ADDRESS);
        Optional<Listen> listen = text.map(HOST_AND_PORT::matcher)
                .filter(Matcher::matches)
                .map(match -> new Listen(match.group(1), Integer.parseInt(match.group(2))));
        if (text.isPresent() && listen.isEmpty()) {
            values.wrong(Setting.METRICS_ADDRESS, text.get(), "an address with its port such as 127.0.0.1:9464");
        }
        return listen;
    }

    private Optional<Tls> tls() {
        Optional<Path> certificate = values.readableFile(Setting.TLS_CERTIFICATE);
        Optional<Path> privateKey = values.readableFile(Setting.TLS_PRIVATE_KEY);
        if (certificate.isPresent() != privateKey.isPresent()) {
            values.problem("set both 'tls.certificate' and 'tls.private-key', or neither");
        }
        return certificate.flatMap(file -> privateKey.map(key -> new Tls(file, key)));
    }
}
