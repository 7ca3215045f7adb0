// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.http.Request;
import dev.birdsong.consolesimulator.settings.Switches;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Lets in only who has the token.
record Gate(String token) {

    /// @throws Refusal where the request may not be answered
    void check(Request request, Switches switches) {
        Optional<String> parameter = request.parameter("auth_token");
        Optional<String> header = request.header("x-canary-auth-token");
        if (!header.or(() -> parameter).filter(this::matches).isPresent()) {
            boolean byParameter = header.isEmpty() && parameter.isPresent();
            throw new Refusal(switches.badTokenStatus(), byParameter ? "Invalid auth_token" : "Unauthorized");
        }
        switch (switches.access()) {
            case ALLOWED, ADMIN -> {}
            case ROLE_REFUSED -> throw new Refusal(switches.refusalStatus(), "This key lacks the role for that");
            case API_DISABLED -> throw new Refusal(switches.refusalStatus(), "The API is switched off");
        }
    }

    private boolean matches(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /// Never tells the token.
    @Override
    public String toString() {
        return "Gate";
    }
}
