// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.access;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.State;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// Puts together what knows who asks.
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    private static final int KEY_BYTES = 32;

    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }

    @Bean
    ActivityLog activityLog(State state, Clock clock) {
        return new ActivityLog(state.activities(), clock);
    }

    @Bean
    SignInAttempts signInAttempts(Clock clock) {
        return new SignInAttempts(clock);
    }

    @Bean
    SignIn signIn(State state, Clock clock) {
        return new SignIn(state.users(), state.apiKeys(), clock);
    }

    @Bean
    PasswordSignIn passwordSignIn(State state, PasswordEncoder passwords) {
        return new PasswordSignIn(state.users(), passwords);
    }

    @Bean
    TokenKey tokenKey(State state, SecureRandom random) {
        return TokenKey.of(state.systemValues().secret("token-key", () -> TokenKey.draw(random)));
    }

    @Bean
    AccessTokens accessTokens(State state, TokenKey key, Clock clock) {
        var encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key.key()));
        return new AccessTokens(state.users(), state.apiKeys(), encoder, clock);
    }

    @Bean
    JwtDecoder jwtDecoder(TokenKey key, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(key.key())
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        decoder.setJwtValidator(times);
        return decoder;
    }

    /// What access tokens are signed by: drawn once, the same for all nodes.
    record TokenKey(SecretKey key) {

        static TokenKey of(Secret text) {
            return new TokenKey(new SecretKeySpec(Base64.getDecoder().decode(text.reveal()), "HmacSHA256"));
        }

        static Secret draw(SecureRandom random) {
            byte[] bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            return new Secret(Base64.getEncoder().encodeToString(bytes));
        }
    }
}
