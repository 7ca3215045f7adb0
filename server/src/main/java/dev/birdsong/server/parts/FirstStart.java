// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.settings.StateSettings.Admin;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.KeyMaker;
import dev.birdsong.state.access.Role;
import dev.birdsong.state.access.User;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Makes the first user, who may do all, where there is none yet.
///
/// @param hash hashes a password
public record FirstStart(State state, SecureRandom random, UnaryOperator<String> hash) {

    /// What the key is called that comes with the first user.
    static final String KEY_NAME = "first key";

    private static final String USUAL_EMAIL = "admin@birdsong.local";
    private static final int PASSWORD_BYTES = 15;

    /// What the first user signs in with. Told once, and only what was not given by the operator.
    ///
    /// @param password nothing where the operator gave it
    /// @param apiKey nothing where the operator gave it
    public record Made(String email, Optional<Secret> password, Optional<Secret> apiKey) {}

    /// Makes the user; nothing where there is one.
    public Optional<Made> run(Admin admin) {
        if (!state.users().list().isEmpty()) {
            return Optional.empty();
        }
        String email = admin.email().orElse(USUAL_EMAIL);
        Secret password = admin.password().orElseGet(() -> password(random));
        Secret key = admin.apiKey().orElseGet(() -> new KeyMaker(random).draw());
        Access all = new Access(Role.SUPER_ADMIN, new TenantScope.All());
        User user = state.users().create(email, email, new Secret(hash.apply(password.reveal())), all);
        state.apiKeys().create(user.id(), KEY_NAME, key, all, Optional.empty());
        return Optional.of(new Made(
                email,
                admin.password().isPresent() ? Optional.empty() : Optional.of(password),
                admin.apiKey().isPresent() ? Optional.empty() : Optional.of(key)));
    }

    static Secret password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
