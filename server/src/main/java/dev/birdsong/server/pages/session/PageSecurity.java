// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.session;

import dev.birdsong.server.pages.StalePage;
import dev.birdsong.state.State;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/// Everything that is not the API, and not open to all, is a page, and wants somebody who has signed in.
@Configuration(proxyBeanMethods = false)
public class PageSecurity {

    /// Where people sign in.
    static final String SIGN_IN = "/sign-in";

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Bean
    BrowserSessions browserSessions(State state) {
        return new BrowserSessions(state.sessions(), state.users());
    }

    @Bean
    @Order(4)
    SecurityFilterChain pagesChain(HttpSecurity http, BrowserSessions sessions) {
        return http.csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        // a request is no sign-in: the pages that are open keep their token
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(_ -> {}))
                .addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(SIGN_IN, StalePage.PATH)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(signInFirst()).accessDeniedPage(StalePage.PATH))
                .build();
    }

    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(BrowserSessions.CSRF);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /// A part of a page cannot be replaced by another page, so htmx is told to leave.
    private static AuthenticationEntryPoint signInFirst() {
        return (request, response, _) -> {
            String there = SIGN_IN + "?next=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
            if (request.getHeader("HX-Request") == null) {
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(HttpHeaders.LOCATION, there);
            } else {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                response.setHeader("HX-Redirect", SIGN_IN);
            }
        };
    }

    private static String wanted(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? request.getRequestURI()
                        + Optional.ofNullable(request.getQueryString())
                                .map(query -> "?" + query)
                                .orElse("")
                : "/";
    }
}
