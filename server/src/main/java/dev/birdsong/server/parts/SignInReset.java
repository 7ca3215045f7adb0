// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.settings.StateSettings.Admin;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activity;
import dev.birdsong.state.access.KeyMaker;
import dev.birdsong.state.access.Role;
import dev.birdsong.state.access.User;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Gives the first Super Admin another sign-in, for those who have lost theirs.
///
/// @param hash hashes a password
public record SignInReset(State state, SecureRandom random, UnaryOperator<String> hash, InstantSource clock) {

    private static final Admin NOBODY = new Admin(Optional.empty(), Optional.empty(), Optional.empty());

    /// Makes a new password, and a new key in place of the one of the first start; makes the user where there is none.
    /// Tokens and sessions of the user hold no more; further keys of the user stay as they are.
    public FirstStart.Made run() {
        return first().map(this::renewed)
                .or(() -> new FirstStart(state, random, hash).run(NOBODY))
                .orElseThrow(() -> new IllegalStateException("there are users, but no Super Admin"));
    }

    private Optional<User> first() {
        return state.users().list().stream()
                .filter(user -> user.access().role() == Role.SUPER_ADMIN)
                .filter(user -> user.access().scope() instanceof TenantScope.All)
                .min(Comparator.comparing(User::createdAt));
    }

    private FirstStart.Made renewed(User user) {
        Secret password = FirstStart.password(random);
        Secret key = new KeyMaker(random).draw();
        if (!user.enabled()) {
            state.users().edit(enabled(user));
        }
        state.users().changePassword(user.id(), new Secret(hash.apply(password.reveal())));
        state.apiKeys().list().stream()
                .filter(old -> old.userId().equals(user.id()) && old.name().equals(FirstStart.KEY_NAME))
                .forEach(old -> state.apiKeys().delete(old.id()));
        state.apiKeys().create(user.id(), FirstStart.KEY_NAME, key, user.access(), Optional.empty());
        state.activities().add(activity(user));
        return new FirstStart.Made(user.email(), Optional.of(password), Optional.of(key));
    }

    private static User enabled(User user) {
        return new User(user.id(), user.email(), user.name(), user.access(), true, user.createdAt(), user.stamp());
    }

    private Activity activity(User user) {
        return new Activity(
                clock.instant(),
                new Activity.Who("", "", "command line"),
                "reset",
                new Activity.What("user", user.id(), user.email()),
                Optional.empty(),
                "success");
    }
}
