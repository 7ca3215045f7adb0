// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import dev.birdsong.settings.ServerSettings.Listen;
import dev.birdsong.settings.SettingsException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/// Says why a server cannot listen.
final class Listening {

    private Listening() {}

    static SettingsException problem(Listen listen, RuntimeException failure) {
        String at = listen.address() + ":" + listen.port();
        return new SettingsException(List.of(
                inUse(failure)
                        ? "the address " + at + " is in use: stop what uses it, or set 'port' to another one"
                        : "cannot listen at " + at + ": check 'address', 'port' and 'tls'"));
    }

    /// Whoever starts the web server wraps what it says, or does not.
    private static boolean inUse(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(PortInUseException.class::isInstance);
    }
}
