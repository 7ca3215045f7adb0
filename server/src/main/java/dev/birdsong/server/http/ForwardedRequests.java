// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes a request that a trusted proxy passes on for the client's own: its address, and whether it came over TLS. What
/// anybody else says in these headers does not count.
public final class ForwardedRequests extends OncePerRequestFilter {

    private final TrustedProxies proxies;

    /// @param trusted addresses or networks of proxies
    public ForwardedRequests(List<String> trusted) {
        this.proxies = TrustedProxies.of(trusted);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(proxies.trusts(request.getRemoteAddr()) ? new Forwarded(request, proxies) : request, response);
    }

    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String client;
        private final boolean secure;

        private Forwarded(HttpServletRequest request, TrustedProxies proxies) {
            super(request);
            String peer = request.getRemoteAddr();
            this.client = Optional.ofNullable(request.getHeader("X-Forwarded-For"))
                    .map(header -> proxies.client(header, peer))
                    .orElse(peer);
            this.secure = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : "http";
        }
    }
}
