// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.people;

import static java.util.Objects.requireNonNull;

import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.access.PasswordSignIn;
import dev.birdsong.server.access.SignInAttempts;
import dev.birdsong.server.http.Body;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Users;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Changes somebody's own password, for who knows the one that they have now. Guesses count as attempts to sign in.
@Component
public final class OwnPassword {

    private static final String ACTION = "change_password";

    private final Users users;
    private final PasswordSignIn signIn;
    private final SignInAttempts attempts;
    private final PasswordEncoder passwords;
    private final ActivityLog log;

    public OwnPassword(
            State state, PasswordSignIn signIn, SignInAttempts attempts, PasswordEncoder passwords, ActivityLog log) {
        this.users = state.users();
        this.signIn = signIn;
        this.attempts = attempts;
        this.passwords = passwords;
        this.log = log;
    }

    /// Changes it to `password`, where `old_password` is right. All sessions and tokens of the user end.
    ///
    /// @throws dev.birdsong.server.http.ApiException that names the field, or 429 after too many wrong ones
    public void change(Caller caller, Body body) {
        Secret old = new Secret(body.required("old_password"));
        Secret chosen = PasswordBody.read(body).orElseThrow(() -> body.bad("password", "is required"));
        body.end();
        attempts.check(caller.email(), caller.address());
        What what = new What("user", caller.userId(), caller.email());
        if (signIn.user(caller.email(), old).isEmpty()) {
            attempts.failed(caller.email(), caller.address());
            log.write(caller.who(), ACTION, what, Optional.empty(), "refused");
            throw body.bad("old_password", "is not the password that you have now");
        }
        users.changePassword(caller.userId(), new Secret(requireNonNull(passwords.encode(chosen.reveal()))));
        log.did(caller, ACTION, what);
    }
}
