// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import dev.birdsong.spi.connector.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How people are told what needs them.
///
/// @param smtp the server that takes mails; empty: none are sent
/// @param webhooks patterns of the hosts that webhooks may go to; none by default
/// @param loopbackWebhooks loopback `host:port` pairs that webhooks may go to over plain HTTP
/// @param publicUrl where people find the pages, for links; without a slash at its end
public record MessageSettings(
        Optional<Smtp> smtp, List<String> webhooks, List<String> loopbackWebhooks, Optional<URI> publicUrl) {

    /// Nobody is told anything.
    public static final MessageSettings NONE =
            new MessageSettings(Optional.empty(), List.of(), List.of(), Optional.empty());

    public MessageSettings {
        webhooks = List.copyOf(webhooks);
        loopbackWebhooks = List.copyOf(loopbackWebhooks);
    }

    /// The server that takes mails.
    ///
    /// @param from the sender's address
    public record Smtp(String host, int port, Optional<Login> login, String from, Tls tls) {}

    /// With what we sign in to it.
    public record Login(String username, Secret password) {}

    /// How the connection to it is protected.
    public enum Tls {
        /// It begins in the clear and must go over to TLS.
        STARTTLS(587),
        /// It is TLS from the beginning.
        TLS(465),
        /// Not at all.
        NONE(25);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }

        int usualPort() {
            return usualPort;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
