// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.session;

import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.PasswordSignIn;
import dev.birdsong.server.access.SignInAttempts;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Cookies;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Activity.Who;
import dev.birdsong.state.access.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where people sign in and out.
@Controller
public final class SignInPage {

    private static final String VIEW = "session/sign-in";

    /// An address of ours: another host cannot be named in it.
    private static final Pattern OURS = Pattern.compile("/([^/\\\\].*)?");

    private final PasswordSignIn signIn;
    private final SignInAttempts attempts;
    private final BrowserSessions sessions;
    private final ActivityLog log;

    public SignInPage(PasswordSignIn signIn, SignInAttempts attempts, BrowserSessions sessions, ActivityLog log) {
        this.signIn = signIn;
        this.attempts = attempts;
        this.sessions = sessions;
        this.log = log;
    }

    /// The form.
    @GetMapping(PageSecurity.SIGN_IN)
    public String form(@RequestParam(defaultValue = "/") String next, Model model) {
        model.addAttribute("next", ours(next));
        return VIEW;
    }

    /// Signs in and goes on to where they wanted to be.
    @PostMapping(PageSecurity.SIGN_IN)
    public String signIn(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<User> user = tried(email.strip(), new Secret(password), request.getRemoteAddr(), model);
        if (user.isEmpty()) {
            model.addAttribute("email", email).addAttribute("next", ours(next));
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return VIEW;
        }
        sessions.begin(user.get(), new Cookies(request, response));
        return "redirect:" + ours(next);
    }

    private Optional<User> tried(String email, Secret password, String address, Model model) {
        try {
            attempts.check(email, address);
        } catch (ApiException tooMany) {
            model.addAttribute("problem", tooMany.getMessage());
            return Optional.empty();
        }
        Optional<User> user = signIn.user(email, password);
        if (user.isEmpty()) {
            attempts.failed(email, address);
            model.addAttribute("problem", "the email and the password do not go together, or the user is off");
        }
        log.write(
                new Who(user.map(User::id).orElse(""), email, address),
                "sign_in",
                new What("user", user.map(User::id).orElse(""), email),
                Optional.empty(),
                user.isPresent() ? ActivityLog.SUCCESS : "refused");
        return user;
    }

    /// Signs out.
    @PostMapping("/sign-out")
    public String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(new Cookies(request, response));
        return "redirect:" + PageSecurity.SIGN_IN;
    }

    private static String ours(String address) {
        return OURS.matcher(address).matches() ? address : "/";
    }
}
