// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.access;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.access.User;
import dev.birdsong.state.access.Users;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Knows users by email and password. It takes as long for an email that nobody has.
public final class PasswordSignIn {

    private final Users users;
    private final PasswordEncoder passwords;
    private final String nobodys;

    PasswordSignIn(Users users, PasswordEncoder passwords) {
        this.users = users;
        this.passwords = passwords;
        this.nobodys = String.valueOf(passwords.encode("nobody's"));
    }

    /// Whose they are; nothing if they do not go together, or the user is off.
    public Optional<User> user(String email, Secret password) {
        Optional<User> user = users.withEmail(email);
        String hash = user.flatMap(known -> users.passwordHash(known.id()))
                .map(Secret::reveal)
                .orElse(nobodys);
        boolean right = passwords.matches(password.reveal(), hash);
        return user.filter(known -> right && known.enabled());
    }
}
