// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.access;

import static java.util.Objects.requireNonNull;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// How passwords are kept: hashed with Argon2id.
public final class Passwords {

    private Passwords() {}

    static PasswordEncoder encoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /// The hash of a password, salted.
    public static String hash(String password) {
        return requireNonNull(encoder().encode(password));
    }
}
