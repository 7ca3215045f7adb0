// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.people;

import dev.birdsong.server.http.Body;
import dev.birdsong.spi.connector.Secret;
import java.util.Optional;

/// `password` as it is sent.
final class PasswordBody {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private PasswordBody() {}

    static Optional<Secret> read(Body body) {
        Optional<String> password = body.text("password");
        if (password.filter(text -> text.length() < SHORTEST || text.length() > LONGEST)
                .isPresent()) {
            throw body.bad("password", "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        return password.map(Secret::new);
    }
}
