// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.outbound.HostPattern;
import dev.birdsong.outbound.LoopbackPair;
import dev.birdsong.settings.MessageSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The webhooks that the operator allows.
record AllowedWebhooks(List<HostPattern> patterns, List<LoopbackPair> loopback) {

    private static final int LONGEST = 2_000;

    AllowedWebhooks {
        patterns = List.copyOf(patterns);
        loopback = List.copyOf(loopback);
    }

    static AllowedWebhooks of(MessageSettings settings) {
        return new AllowedWebhooks(
                settings.webhooks().stream().map(HostPattern::new).toList(),
                settings.loopbackWebhooks().stream().map(LoopbackPair::parse).toList());
    }

    /// Why nothing can be sent to this URL, to be read after the field's name; nothing where it can.
    Optional<String> problem(String url) {
        if (url.length() > LONGEST) {
            return Optional.of("has a URL of more than " + LONGEST + " characters");
        }
        try {
            URI uri = new URI(url);
            return uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null
                    ? Optional.of("takes URLs such as https://hooks.example.com/birdsong")
                    : problem(uri, uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", ""));
        } catch (URISyntaxException e) {
            return Optional.of("takes URLs such as https://hooks.example.com/birdsong");
        }
    }

    private Optional<String> problem(URI uri, String host) {
        if ("http".equalsIgnoreCase(uri.getScheme()) && loopback.contains(new LoopbackPair(host, uri.getPort()))) {
            return Optional.empty();
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("takes https:// alone, but for loopback ports listed in allowed-webhooks");
        }
        return patterns.stream().anyMatch(pattern -> pattern.matches(host))
                ? Optional.empty()
                : Optional.of("goes to '" + host + "', which the operator does not allow (setting allowed-webhooks)");
    }
}
