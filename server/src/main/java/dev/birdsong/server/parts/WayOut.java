// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.outbound.ApacheOutbound;
import dev.birdsong.outbound.HostPattern;
import dev.birdsong.outbound.LoopbackPair;
import dev.birdsong.outbound.OutboundPolicy;
import dev.birdsong.outbound.Route;
import dev.birdsong.settings.ConsoleSettings;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.spi.time.MonotonicClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes the one way out as the operator wants it.
public final class WayOut {

    private WayOut() {}

    static Outbound of(ConsoleSettings settings, MonotonicClock clock) {
        try {
            return new ApacheOutbound(policy(settings), clock);
        } catch (IOException e) {
            throw new CommandException("cannot use the certificates of ca-file: " + e.getMessage(), e);
        }
    }

    private static OutboundPolicy policy(ConsoleSettings settings) {
        return new OutboundPolicy(
                settings.allowed().stream().map(HostPattern::new).toList(),
                settings.insecure().stream().map(LoopbackPair::parse).toList(),
                route(settings.proxy()),
                settings.caFile().map(List::<Path>of).orElse(List.of()));
    }

    private static Route route(Optional<URI> proxy) {
        return proxy.<Route>map(uri -> new Route.ByProxy(uri.getHost(), uri.getPort()))
                .orElseGet(Route.Direct::new);
    }
}
