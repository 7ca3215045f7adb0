// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.session;

import dev.birdsong.server.http.Cookies;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.access.Sessions;
import dev.birdsong.state.access.User;
import dev.birdsong.state.access.Users;
import java.util.Optional;

/// The sessions of browsers, each known by a cookie.
public record BrowserSessions(Sessions sessions, Users users) {

    /// The cookie by which a form is known to come from a page of ours; there is another one for each session.
    static final String CSRF = "birdsong_csrf";

    private static final String COOKIE = "birdsong_session";

    /// Who is signed in there.
    Optional<User> user(Cookies cookies) {
        return token(cookies).flatMap(sessions::user);
    }

    void begin(User user, Cookies cookies) {
        cookies.drop(CSRF);
        cookies.keepForNow(COOKIE, sessions.begin(user).reveal());
    }

    /// Begins another one for somebody whose sessions have ended because they changed something of themselves.
    public void renew(String userId, Cookies cookies) {
        token(cookies).ifPresent(sessions::end);
        users.find(userId).filter(User::enabled).ifPresent(user -> begin(user, cookies));
    }

    void end(Cookies cookies) {
        token(cookies).ifPresent(sessions::end);
        cookies.drop(COOKIE);
    }

    private static Optional<Secret> token(Cookies cookies) {
        return cookies.value(COOKIE).map(Secret::new);
    }
}
