// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Cookies;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.FormBody;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.session.BrowserSessions;
import dev.birdsong.server.people.OwnPassword;
import dev.birdsong.server.people.UsersEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own account: who one is here, and the password.
@Controller
public final class AccountPage {

    private static final String PATH = "/account";
    private static final String AGAIN = "again";
    private static final FormBody FORM = new FormBody(Set.of());

    private final UsersEndpoint users;
    private final OwnPassword password;
    private final BrowserSessions sessions;

    public AccountPage(UsersEndpoint users, OwnPassword password, BrowserSessions sessions) {
        this.users = users;
        this.password = password;
        this.sessions = sessions;
    }

    /// Who one is.
    ///
    /// @param changed there when the password was changed just now
    @GetMapping(PATH)
    public String account(Viewer viewer, @RequestParam Optional<String> changed, Model model) {
        changed.ifPresent(_ -> model.addAttribute(
                "said", "Your password is changed. Wherever else you were signed in, you are signed out."));
        model.addAttribute("row", UserRow.of(viewer, users.get(viewer.caller(), "me")))
                .addAttribute("role", RoleLine.of(viewer.caller().access().role()));
        return "people/account";
    }

    /// Changes the password. Who does it stays signed in here.
    @PostMapping(PATH)
    public ResponseEntity<Object> change(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        return FormAnswers.of(() -> {
            if (!form.getOrDefault("password", List.of()).equals(form.get(AGAIN))) {
                throw ApiException.bad(AGAIN, "this is not what you entered above: enter it again");
            }
            form.remove(AGAIN);
            password.change(viewer.caller(), FORM.of(form));
            sessions.renew(viewer.caller().userId(), new Cookies(request, response));
            return new FormAnswers.Done(PATH + "?changed");
        });
    }
}
