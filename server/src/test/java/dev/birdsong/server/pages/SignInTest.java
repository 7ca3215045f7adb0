// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import dev.birdsong.server.Served;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Served served;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        served = Served.in(folder);
    }

    @AfterAll
    static void stop() {
        served.close();
        chromium.close();
    }

    @Test
    void goesOnToThePageThatWasAskedFor() {
        try (Visitor visitor = Visitor.at(chromium, served)) {
            visitor.page().navigate("/connector-types/thinkst_canary?x=1");
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
            visitor.picture("sign-in");
            visitor.isAccessible();
            visitor.enter(Served.EMAIL, Served.PASSWORD);

            assertThat(visitor.page()).hasURL(Pattern.compile(".*/connector-types/thinkst_canary\\?x=1"));
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void goesToNoOtherHost() {
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example/", "/%5Cevil.example"}) {
            try (Visitor visitor = Visitor.at(chromium, served)) {
                visitor.page().navigate("/sign-in?next=" + elsewhere);
                visitor.enter(Served.EMAIL, Served.PASSWORD);

                assertThat(visitor.page())
                        .hasURL(Pattern.compile(served.server().address() + "/overview"));
            }
        }
    }

    @Test
    void saysThatEmailAndPasswordDoNotGoTogether() {
        try (Visitor visitor = Visitor.at(chromium, served)) {
            visitor.signIn("somebody@example.com", "wrong");

            assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("do not go together");
            assertThat(visitor.page().getByLabel("Email")).hasValue("somebody@example.com");
        }
    }

    @Test
    void letsNobodyGuessForLong() {
        try (Visitor visitor = Visitor.at(chromium, served)) {
            for (int attempt = 0; attempt < 10; attempt++) {
                visitor.signIn("guessed@example.com", "guess " + attempt);
            }
            visitor.signIn("guessed@example.com", "guess again");

            assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("too many failed attempts");
        }
    }

    @Test
    void forgetsTheSessionWhenSomebodySignsOut() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Cookie before = session(visitor);
            visitor.page().getByLabel("Your account").click();
            visitor.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/sign-in"));

            visitor.page().context().addCookies(java.util.List.of(before));
            visitor.page().navigate("/connectors");

            assertThat(visitor.page()).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
        }
    }

    @Test
    void keepsTheSessionFromScriptsAndFromTheApi() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            Cookie cookie = session(visitor);
            APIResponse api = visitor.page().request().get("/connect/api/v1/connectors");

            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(com.microsoft.playwright.options.SameSiteAttribute.LAX);
            assertThat(api.status()).isEqualTo(401);
        }
    }

    @Test
    void doesNothingForAFormOfAnotherSite() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            APIResponse refused = visitor.page().request().post("/sign-out", RequestOptions.create());

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("open for too long");
        }
    }

    @Test
    void tellsOfAPageThatIsNotThere() {
        try (Visitor visitor = Visitor.signedIn(chromium, served)) {
            visitor.page().navigate("/nothing");
            assertThat(visitor.page().locator("h1")).hasText("Not found");
            visitor.page().navigate("/connectors/nothing");
            assertThat(visitor.page().locator("h1")).hasText("Not found");
        }
    }

    private static Cookie session(Visitor visitor) {
        return visitor.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("birdsong_session"))
                .findFirst()
                .orElseThrow();
    }
}
