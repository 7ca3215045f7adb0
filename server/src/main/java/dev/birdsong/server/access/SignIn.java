// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.access;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.access.ApiKey;
import dev.birdsong.state.access.ApiKeys;
import dev.birdsong.state.access.User;
import dev.birdsong.state.access.Users;
import java.time.InstantSource;
import java.util.Optional;

/// Knows users by what they present.
public record SignIn(Users users, ApiKeys keys, InstantSource clock) {

    /// A user, and the key by which they are known.
    public record Known(User user, ApiKey key) {}

    /// Whose key this is; nothing if it, or its user, is off or gone, or belongs to another email than the one given.
    public Optional<Known> byKey(Optional<String> email, Secret presented) {
        return keys.of(presented)
                .filter(key -> key.life().isAlive(clock.instant()))
                .flatMap(key -> users.find(key.userId())
                        .filter(User::enabled)
                        .filter(user -> email.isEmpty() || user.email().equalsIgnoreCase(email.get()))
                        .map(user -> known(user, key)));
    }

    private Known known(User user, ApiKey key) {
        keys.used(key.id());
        return new Known(user, key);
    }
}
