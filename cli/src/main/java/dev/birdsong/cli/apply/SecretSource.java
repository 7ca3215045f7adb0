// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import dev.birdsong.spi.connector.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a secret is, since it is never in the file itself. Never shows what the file says of it: it may be the secret,
/// in the wrong place.
public sealed interface SecretSource {

    /// The secret.
    ///
    /// @param environment the variables of this process
    /// @throws RefusedException if it is not there, or no secret
    Secret read(Map<String, String> environment);

    /// A variable of the environment.
    record Variable(String field, String name) implements SecretSource {

        @Override
        public Secret read(Map<String, String> environment) {
            return Optional.ofNullable(environment.get(name))
                    .map(value -> checked(field, value))
                    .orElseThrow(() -> new RefusedException(
                            field, "names a variable that is not set in the environment: set and export it"));
        }
    }

    /// A file that holds the secret and nothing else.
    record Content(String field, Path file) implements SecretSource {

        @Override
        public Secret read(Map<String, String> environment) {
            try {
                return checked(field, Files.readString(file));
            } catch (IOException e) {
                throw new RefusedException(
                        field,
                        "names a file that cannot be read: check that it is there and readable for this user;"
                                + " a relative path begins at the folder of the applied file");
            }
        }
    }

    private static Secret checked(String field, String content) {
        String secret = content.strip();
        if (secret.isEmpty() || secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new RefusedException(
                    field, "must lead to one secret of printable ASCII without blanks, and nothing else");
        }
        return new Secret(secret);
    }
}
