// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.access;

import dev.birdsong.state.access.ApiKey;
import dev.birdsong.state.access.ApiKeys;
import dev.birdsong.state.access.User;
import dev.birdsong.state.access.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/// Gives out access tokens for API keys, and knows whose they are for as long as user and key are what they were.
public final class AccessTokens {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String KEY = "key";
    private static final String STAMPS = "stamps";

    private final Users users;
    private final ApiKeys keys;
    private final JwtEncoder encoder;
    private final InstantSource clock;

    /// A token and when it ends, in epoch seconds.
    public record Issued(String accessToken, long exp) {}

    AccessTokens(Users users, ApiKeys keys, JwtEncoder encoder, InstantSource clock) {
        this.users = users;
        this.keys = keys;
        this.encoder = encoder;
        this.clock = clock;
    }

    /// A token for this key, for ten minutes.
    public Issued issue(User user, ApiKey key) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(user.id())
                .claim(KEY, key.id())
                .claim(STAMPS, stamps(user, key))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        String token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new Issued(token, now.plus(LIFE).getEpochSecond());
    }

    /// Whose token this is; nothing if its user or key is off, gone, or was changed since.
    public Optional<Caller> caller(Jwt token, String address) {
        return Optional.ofNullable(token.getClaimAsString(KEY))
                .flatMap(keys::find)
                .flatMap(key -> users.find(key.userId())
                        .filter(user -> user.id().equals(token.getSubject()))
                        .filter(user -> stamps(user, key).equals(token.getClaimAsString(STAMPS)))
                        .flatMap(user -> caller(user, key, address)));
    }

    /// Who acts by this key; nothing if it or its user is off.
    public Optional<Caller> caller(User user, ApiKey key, String address) {
        return user.enabled() && key.life().isAlive(clock.instant())
                ? Optional.of(new Caller(user.id(), user.email(), key.access().within(user.access()), address))
                : Optional.empty();
    }

    private static String stamps(User user, ApiKey key) {
        return user.stamp() + "." + key.stamp();
    }
}
