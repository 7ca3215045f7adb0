// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.spi.connector.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// By which API key a command asks a running server.
final class ApiKeyOption {

    private static final String VARIABLE = "BIRDSONG_API_KEY";
    private static final Pattern ADDRESS =
            Pattern.compile("(https://[A-Za-z0-9.:\\[\\]-]+|http://(127\\.[0-9.]+|localhost|\\[::1])(:[0-9]{1,5})?)/?");

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--key-file", description = "A file with the API key, in place of the variable " + VARIABLE + ".")
    private @Nullable Path keyFile;

    /// A client, signed in with the key when it first asks.
    ApiClient client(String server, Map<String, String> environment) {
        if (!ADDRESS.matcher(server).matches()) {
            throw wrong("--server takes https://host, or http://127.0.0.1:8080 on this machine: over plain HTTP others"
                    + " would see the API key; not '" + server + "'");
        }
        return new ApiClient(URI.create(server), key(environment));
    }

    private Secret key(Map<String, String> environment) {
        Optional<String> key = Optional.ofNullable(keyFile)
                .map(ApiKeyOption::content)
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        if (key.filter(text -> text.chars().anyMatch(c -> c <= ' ' || c > '~')).isPresent()) {
            throw new CommandException("the API key must be printable ASCII without blanks, and nothing else");
        }
        return key.map(Secret::new)
                .orElseThrow(() -> wrong("an API key is needed: set " + VARIABLE + ", or give --key-file"));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandException("cannot read the key file " + file + "; check that it is there", e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
