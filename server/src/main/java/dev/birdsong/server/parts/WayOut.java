// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.outbound.ApacheOutbound;
import dev.birdsong.outbound.HostPattern;
import dev.birdsong.outbound.LoopbackPair;
import dev.birdsong.outbound.OutboundPolicy;
import dev.birdsong.outbound.Route;
import dev.birdsong.outbound.Trust;
import dev.birdsong.settings.ConsoleSettings;
import dev.birdsong.settings.MessageSettings;
import dev.birdsong.settings.Settings;
import dev.birdsong.settings.SettingsException;
import dev.birdsong.spi.time.MonotonicClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Makes the one way out as the operator wants it.
public final class WayOut {

    private WayOut() {}

    /// The way out to the consoles that these settings allow.
    ///
    /// @throws SettingsException if the CA file cannot be used
    public static ApacheOutbound of(ConsoleSettings settings, MonotonicClock clock) {
        return of(policy(settings), clock);
    }

    /// The way out to the webhooks that these settings allow.
    ///
    /// @throws SettingsException if the CA file cannot be used
    public static ApacheOutbound toWebhooks(Settings settings, MonotonicClock clock) {
        ConsoleSettings consoles = settings.consoles();
        MessageSettings messages = settings.messages();
        return of(
                new OutboundPolicy(
                        messages.webhooks().stream().map(HostPattern::new).toList(),
                        messages.loopbackWebhooks().stream()
                                .map(LoopbackPair::parse)
                                .toList(),
                        route(consoles.proxy()),
                        caFiles(consoles),
                        OutboundPolicy.Listing.WEBHOOKS),
                clock);
    }

    /// TLS that trusts the operator's authorities beside the JDK's.
    ///
    /// @throws SettingsException if the CA file cannot be used
    public static SSLContext trust(ConsoleSettings settings) {
        try {
            return Trust.with(caFiles(settings));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static List<Path> caFiles(ConsoleSettings settings) {
        return settings.caFile().map(List::of).orElse(List.of());
    }

    private static SettingsException unusable(IOException caFile) {
        return new SettingsException(List.of("cannot use the certificates of ca-file: " + caFile.getMessage()));
    }

    private static ApacheOutbound of(OutboundPolicy policy, MonotonicClock clock) {
        try {
            return new ApacheOutbound(policy, clock);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static OutboundPolicy policy(ConsoleSettings settings) {
        return new OutboundPolicy(
                settings.allowed().stream().map(HostPattern::new).toList(),
                settings.insecure().stream().map(LoopbackPair::parse).toList(),
                route(settings.proxy()),
                caFiles(settings));
    }

    private static Route route(Optional<URI> proxy) {
        return proxy.<Route>map(uri -> new Route.ByProxy(uri.getHost(), uri.getPort()))
                .orElseGet(Route.Direct::new);
    }
}
