// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// What the browser of a request keeps for us: out of reach of scripts and of other sites, and only sent over TLS if it
/// came over TLS.
public record Cookies(HttpServletRequest request, HttpServletResponse response) {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration UNTIL_IT_ENDS = Duration.ofSeconds(-1);

    /// What it keeps under this name.
    public Optional<String> value(String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    /// Keeps it for a year.
    public void keep(String name, String value) {
        add(name, value, A_YEAR);
    }

    /// Keeps it until the browser ends.
    public void keepForNow(String name, String value) {
        add(name, value, UNTIL_IT_ENDS);
    }

    /// Keeps it no more.
    public void drop(String name) {
        add(name, "", Duration.ZERO);
    }

    private void add(String name, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
