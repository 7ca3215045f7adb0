// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.access;

import dev.birdsong.server.http.ApiException;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Activity.Who;
import dev.birdsong.state.access.ApiKey;
import dev.birdsong.state.access.User;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /connect/api/v1/access_token`: an access token for an API key.
@RestController
public final class AccessTokenEndpoint {

    private final SignIn signIn;
    private final SignInAttempts attempts;
    private final AccessTokens tokens;
    private final ActivityLog log;

    /// What was sent to sign in with: an API key, and in the Basic form the email of its user.
    private record Presented(Optional<String> email, Secret key) {}

    public AccessTokenEndpoint(SignIn signIn, SignInAttempts attempts, AccessTokens tokens, ActivityLog log) {
        this.signIn = signIn;
        this.attempts = attempts;
        this.tokens = tokens;
        this.log = log;
    }

    /// Gives out a token. The body is ignored.
    @PostMapping("/connect/api/v1/access_token")
    public AccessTokens.Issued token(HttpServletRequest request) {
        Presented presented = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(AccessTokenEndpoint::presented)
                .orElseThrow(() -> ApiException.unauthorized(
                        "send 'Authorization: Basic <email:api-key>' or 'Authorization: Bearer <api-key>'"));
        String name = presented.email().orElse("");
        SignIn.Known known = signIn.byKey(presented.email(), presented.key())
                .orElseThrow(() -> refused(name, request.getRemoteAddr()));
        User user = known.user();
        ApiKey key = known.key();
        log.write(
                new Who(user.id(), user.email(), request.getRemoteAddr()),
                "access_token",
                new What("api_key", key.id(), key.name()),
                Optional.empty(),
                ActivityLog.SUCCESS);
        return tokens.issue(user, key);
    }

    // a right key cannot be guessed, so that it is never made to wait: who shares an address with a failing program
    // is not locked out by it
    private ApiException refused(String name, String address) {
        attempts.check(name, address);
        attempts.failed(name, address);
        log.write(new Who("", name, address), "access_token", new What("api_key", "", ""), Optional.empty(), "refused");
        return ApiException.unauthorized("the email and the API key do not go together, or the key or its user is off");
    }

    private static Optional<Presented> presented(String header) {
        String[] parts = header.split(" ", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            return Optional.empty();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(new Presented(Optional.empty(), new Secret(parts[1].strip())));
            case "basic" -> basic(parts[1].strip());
            default -> Optional.empty();
        };
    }

    private static Optional<Presented> basic(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Presented(
                            Optional.of(decoded.substring(0, colon)), new Secret(decoded.substring(colon + 1))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
