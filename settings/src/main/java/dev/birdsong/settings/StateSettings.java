// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import dev.birdsong.spi.connector.Secret;
import java.nio.file.Path;
import java.util.Optional;

/// Where the state lives, and who may do all at the first start.
///
/// @param databaseUrl a JDBC URL of SQLite or PostgreSQL
/// @param keyFile the key that secrets are encrypted by
/// @param admin used at the first start only
public record StateSettings(String databaseUrl, Path keyFile, Admin admin) {

    /// The first user. What is not given is made at the first start.
    public record Admin(Optional<String> email, Optional<Secret> password, Optional<Secret> apiKey) {}
}
