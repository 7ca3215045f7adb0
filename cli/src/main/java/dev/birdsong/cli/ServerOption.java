// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.api.ApiClient;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which running server a command asks, and by which API key.
final class ServerOption {

    @Option(
            names = "--server",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where the server answers: ${DEFAULT-VALUE}.")
    private String server;

    @Mixin
    private ApiKeyOption key;

    /// A client, signed in with the key when it first asks.
    ApiClient client(Map<String, String> environment) {
        return key.client(server, environment);
    }
}
