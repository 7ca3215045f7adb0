// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.access;

import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.ErrorAnswers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Which requests need a token: all of the API. The rest are pages, but for what is open to all.
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    /// What says nothing of anybody's things, or looks at who asks by itself.
    private static final String[] OPEN = {
        "/openapi.json", "/docs/**", "/webjars/**", "/assets/**", "/health/**", "/metrics", "/error"
    };

    private static final String POLICY =
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain signInChain(HttpSecurity http) {
        return plain(http.securityMatcher("/connect/api/v1/access_token"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(HttpSecurity http, AccessTokens tokens, ErrorAnswers errors) {
        return plain(http.securityMatcher("/connect/api/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(token -> authenticated(tokens, token)))
                        .authenticationEntryPoint(unauthorized(errors)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized(errors)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain openChain(HttpSecurity http) {
        return plain(http.securityMatcher(OPEN))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static HttpSecurity plain(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)));
    }

    private static AbstractAuthenticationToken authenticated(AccessTokens tokens, Jwt token) {
        return tokens.caller(token, address())
                .map(CallerToken::new)
                .orElseThrow(
                        () -> new InvalidBearerTokenException("the user or the key of this token is off or changed"));
    }

    private static String address() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(ServletRequestAttributes.class::cast)
                .map(ServletRequestAttributes::getRequest)
                .map(HttpServletRequest::getRemoteAddr)
                .orElse("");
    }

    private static AuthenticationEntryPoint unauthorized(ErrorAnswers errors) {
        return (_, response, _) -> errors.write(
                ApiException.unauthorized("no valid token: get one from POST /connect/api/v1/access_token"), response);
    }
}
