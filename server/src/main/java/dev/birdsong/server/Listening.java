// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import dev.birdsong.settings.ServerSettings.Listen;
import dev.birdsong.settings.SettingsException;
import java.util.List;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;

/// Says why a server cannot listen.
final class Listening {

    private Listening() {}

    static SettingsException problem(Listen listen, WebServerException failure) {
        String at = listen.address() + ":" + listen.port();
        return new SettingsException(List.of(
                failure instanceof PortInUseException
                        ? "the address " + at + " is in use: stop what uses it, or set 'port' to another one"
                        : "cannot listen at " + at + ": check 'address', 'port' and 'tls'"));
    }
}
