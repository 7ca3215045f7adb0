// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.session;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.access.CallerToken;
import dev.birdsong.server.http.Cookies;
import dev.birdsong.state.access.User;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Knows by the session cookie who asks.
final class SessionFilter extends OncePerRequestFilter {

    private final BrowserSessions sessions;

    SessionFilter(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        sessions.user(new Cookies(request, response))
                .map(user -> new CallerToken(caller(user, request)))
                .ifPresent(SecurityContextHolder.getContext()::setAuthentication);
        chain.doFilter(request, response);
    }

    private static Caller caller(User user, HttpServletRequest request) {
        return new Caller(user.id(), user.email(), user.access(), request.getRemoteAddr());
    }
}
